/** An export of employees from any HR system. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

const EMAIL = [
  ...['work email', 'work email address', 'company email', 'business email', 'corporate email'],
  ...['primary work email', 'employee email', 'email', 'email address'],
];
const ID = [
  ...['employee id', 'employee number', 'employee no', 'employee #', 'employee code', 'personnel number'],
  ...['staff id', 'staff number', 'worker id', 'person number', 'person id', 'file number'],
];
const STATUS = [
  ...['employment status', 'employee status', 'worker status', 'work status', 'hr status', 'status'],
];

export const HR: UploadTemplate = {
  template: 'hr',
  title: 'HR system',
  description: 'A list of employees from any HR system; whoever left is marked as gone.',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: EMAIL },
    { meaning: 'id', headers: ID },
    {
      meaning: 'firstName',
      headers: ['first name', 'given name', 'legal first name', 'preferred first name', 'forename'],
    },
    { meaning: 'lastName', headers: ['last name', 'family name', 'legal last name', 'surname'] },
    {
      meaning: 'name',
      headers: ['employee name', 'full name', 'worker', 'name', 'display name', 'preferred name'],
    },
    ...statusColumns(...STATUS),
    {
      meaning: 'department',
      headers: ['department', 'department name', 'dept', 'business unit', 'division'],
    },
    {
      meaning: 'designation',
      headers: ['job title', 'title', 'position', 'position title', 'business title'],
    },
    {
      meaning: 'reportingmanager',
      headers: [
        'manager email',
        'manager work email',
        'supervisor email',
        'reports to email',
        'line manager email',
      ],
    },
    {
      meaning: 'date_of_joining',
      headers: [
        'start date',
        'hire date',
        'date of hire',
        'original hire date',
        'joining date',
        'date of joining',
      ],
    },
    {
      meaning: 'date_of_termination',
      headers: [
        'end date',
        'termination date',
        'last working day',
        'last day of work',
        'leaving date',
        'exit date',
      ],
    },
  ],
  signature: [
    EMAIL,
    ID,
    [
      ...['employment status', 'employee status', 'worker status', 'job title', 'department', 'hire date'],
      ...['start date', 'termination date', 'manager email', 'position', 'business title'],
    ],
  ],
  values: {
    // People on leave keep their accounts; whoever has not begun yet is left for a person to decide.
    status: {
      ...{ 'On leave': 'active', 'Leave of absence': 'active', LOA: 'active', 'Parental leave': 'active' },
      ...{ 'Full-time': 'active', 'Part-time': 'active', Contractor: 'active', Probation: 'active' },
      ...{ 'Notice period': 'active', 'On notice': 'active', Employed: 'active' },
      ...{ Terminated: 'inactive', Resigned: 'inactive', Retired: 'inactive', Dismissed: 'inactive' },
      ...{
        Left: 'inactive',
        Leaver: 'inactive',
        'Laid off': 'inactive',
        Deceased: 'inactive',
        Separated: 'inactive',
      },
    },
  },
  constants: {},
  source:
    '[I] all headers and words: https://developers.toriihq.com/recipes names a generic HR system and shows none of its columns',
};

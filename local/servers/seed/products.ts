/** Well-known SaaS products, for a tenant that looks like a real one. Names, domains and makers are facts; categories and descriptions are ours. */

export interface Product {
  readonly name: string;
  readonly domain: string;
  readonly vendor: string;
  readonly category: string;
  readonly description: string;
}

// One product a line: name | domain | vendor | category | description.
const LIST = `
Salesforce|salesforce.com|Salesforce|Sales|Customer relationship management
Google Workspace|workspace.google.com|Google|Productivity|Mail, calendar, documents and storage
Microsoft 365|microsoft.com|Microsoft|Productivity|Office apps, mail and storage
Slack|slack.com|Salesforce|Communication|Channels and direct messages
Zoom|zoom.us|Zoom Communications|Communication|Video meetings and webinars
GitHub|github.com|Microsoft|Developer Tools|Git hosting, reviews and builds
Atlassian Jira Cloud|atlassian.com|Atlassian|Project Management|Issue tracking
Figma|figma.com|Figma|Design|Interface design in the browser
Notion|notion.so|Notion Labs|Productivity|Documents, wikis and small databases
Okta|okta.com|Okta|Security|Single sign-on and user life cycle
Adobe Acrobat Pro|adobe.com|Adobe|Productivity|PDF editing and signing
Adobe Creative Cloud|adobe.com|Adobe|Design|Photo, video and layout programs
Airtable|airtable.com|Formagrid|Productivity|Tables with the ease of a spreadsheet
AnyDesk|anydesk.com|AnyDesk Software|IT Management|Remote desktop
Appsmith|appsmith.com|Appsmith|Developer Tools|Internal tools from components
Asana|asana.com|Asana|Project Management|Tasks and projects of teams
Atera|atera.com|Atera Networks|IT Management|Remote monitoring for IT departments
Attio|attio.com|Attio|Sales|Customer relationship management that adapts
Backblaze Computer Backup|backblaze.com|Backblaze|IT Management|Backup of computers
Balsamiq Wireframes|balsamiq.com|Balsamiq|Design|Rough screens, quickly drawn
Bitrise|bitrise.io|Bitrise|Developer Tools|Builds of mobile apps
Bitwarden|bitwarden.com|Bitwarden|Security|Password manager with open source
Box|box.com|Box|Storage|Content management and sharing
Breezy HR|breezy.hr|Learning Technologies Group|Human Resources|Recruiting pipeline
BrowserStack|browserstack.com|BrowserStack|Developer Tools|Tests in real browsers and phones
Bytebase|bytebase.com|Bytebase|Developer Tools|Database changes with review
Calendly|calendly.com|Calendly|Productivity|Booking of meetings
Canva|canva.com|Canva|Design|Graphics from templates
Channel.io|channel.io|Channel Corp|Customer Support|Chat with customers
Clay|clay.com|Clay Labs|Sales|Enrichment of sales lists
Clockify|clockify.me|CAKE.com|Productivity|Time tracking
Codeium|codeium.com|Exafunction|Developer Tools|Code completion
Copper CRM|copper.com|Copper|Sales|Customer relationship management inside Gmail
Coursera|coursera.org|Coursera|Learning|Courses of universities
Cypress.io|cypress.io|Cypress.io|Developer Tools|Tests of web pages
Dagster|dagster.io|Dagster Labs|Data|Orchestration of data pipelines
DatoCMS|datocms.com|Dato|Marketing|Headless content management
dbt Cloud|getdbt.com|dbt Labs|Data|Transformations in the warehouse
DeepL Translator|deepl.com|DeepL|Productivity|Machine translation
Dmarcian|dmarcian.com|dmarcian|Security|Mail authentication reports
Docker|docker.com|Docker|Developer Tools|Containers and their registry
DocuSign|docusign.com|Docusign|Legal|Electronic signatures
Doppler|doppler.com|Doppler|Security|Management of secrets
Dropbox|dropbox.com|Dropbox|Storage|Files in step on every device
Elastic|elastic.co|Elastic|Data|Search and observability
Envoy|envoy.com|Envoy|Workplace|Visitors and desks
Expensify|expensify.com|Expensify|Finance|Expense reports
Front|front.com|Front|Customer Support|Shared inbox
GatherContent|gathercontent.com|Bynder|Marketing|Production of content
Genetec Video SaaS|genetec.com|Genetec|Workplace|Video surveillance
GetResponse|getresponse.com|GetResponse|Marketing|Mail campaigns
GitBook|gitbook.com|GitBook|Developer Tools|Documentation
Hatz.ai|hatz.ai|Hatz AI|Artificial Intelligence|Assistants for service providers
Hex|hex.tech|Hex Technologies|Data|Notebooks for analysts
Hootsuite|hootsuite.com|Hootsuite|Marketing|Planning of social media
HubSpot Marketing|hubspot.com|HubSpot|Marketing|Campaigns, forms and landing pages
Inedo ProGet|inedo.com|Inedo|Developer Tools|Package feeds
Intercom|intercom.com|Intercom|Customer Support|Messenger and help desk
ISL Online|islonline.com|XLAB|IT Management|Remote support
Jam|jam.dev|Jam|Developer Tools|Bug reports with recordings
JFrog|jfrog.com|JFrog|Developer Tools|Artifact repository
Keeper Password Manager|keepersecurity.com|Keeper Security|Security|Passwords and secrets
Kiwi TCMS|kiwitcms.org|Open Technologies Bulgaria|Developer Tools|Test case management
Kubecost|kubecost.com|IBM|Developer Tools|Costs of clusters
Later Influence|later.com|Later|Marketing|Influencer campaigns
LaunchDarkly|launchdarkly.com|LaunchDarkly|Developer Tools|Feature flags
Linear|linear.app|Linear|Project Management|Issues and roadmaps
LinearB|linearb.io|LinearB|Developer Tools|Figures of engineering work
LiveAgent|liveagent.com|QualityUnit|Customer Support|Help desk with live chat
LogRocket|logrocket.com|LogRocket|Developer Tools|Session replay
Loom|loom.com|Atlassian|Communication|Screen recordings
Lucidchart|lucidchart.com|Lucid Software|Design|Diagrams
Mailgun|mailgun.com|Sinch|Developer Tools|Mail from programs
Mailjet|mailjet.com|Sinch|Marketing|Mail campaigns and receipts
Mailtrap|mailtrap.io|Railsware|Developer Tools|Mail testing
Mattermost|mattermost.com|Mattermost|Communication|Chat on own servers
Metabase|metabase.com|Metabase|Data|Questions and dashboards
Miro|miro.com|Miro|Design|Whiteboard without an edge
Mixpanel|mixpanel.com|Mixpanel|Data|Product analytics
monday.com|monday.com|monday.com|Project Management|Boards for any kind of work
Multi|multi.app|Multi|Communication|Pairing on a Mac
Mural|mural.co|Tactivos|Design|Workshops on a whiteboard
n8n|n8n.io|n8n|Integration|Automation of workflows
NationBuilder|nationbuilder.com|NationBuilder|Marketing|Campaigns of organisations
Netlify|netlify.com|Netlify|Developer Tools|Hosting of web pages
New Relic|newrelic.com|New Relic|Developer Tools|Monitoring of systems
OneSignal|onesignal.com|OneSignal|Marketing|Push messages
Opsgenie|opsgenie.com|Atlassian|IT Management|Alerts and on-call plans
opsi|opsi.org|uib|IT Management|Software roll-out to clients
OptiSigns|optisigns.com|OptiSigns|Workplace|Digital signage
OrbStack|orbstack.dev|Orbital Labs|Developer Tools|Containers on a Mac
Overleaf|overleaf.com|Digital Science|Productivity|LaTeX together
PagerTree|pagertree.com|PagerTree|IT Management|On-call alerts
PandaDoc|pandadoc.com|PandaDoc|Sales|Proposals and signatures
Phrase|phrase.com|Phrase|Developer Tools|Localisation
Pitch|pitch.com|Pitch Software|Productivity|Presentations
Plausible|plausible.io|Plausible Insights|Marketing|Web analytics without cookies
Playlister|playlister.app|Playlister|Workplace|Media for groups
Playvox|playvox.com|NICE|Customer Support|Quality of support
Pluralsight|pluralsight.com|Pluralsight|Learning|Courses for technologists
Postman|postman.com|Postman|Developer Tools|API testing
Prerender|prerender.io|Saas.group|Marketing|Pages ready for crawlers
Prismic|prismic.io|Prismic|Marketing|Headless page building
Process Street|process.st|Process Street|Productivity|Checklists
ProjectDiscovery|projectdiscovery.io|ProjectDiscovery|Security|Finding of weaknesses
ProjectManager|projectmanager.com|ProjectManager.com|Project Management|Plans and Gantt charts
Pulumi|pulumi.com|Pulumi|Developer Tools|Infrastructure as code
Quip|quip.com|Salesforce|Productivity|Documents within the CRM
Railway|railway.com|Railway|Developer Tools|Hosting of services
Raygun|raygun.com|Raygun|Developer Tools|Crash reports
ReadMe|readme.com|ReadMe|Developer Tools|API documentation
Recruitee|recruitee.com|Tellent|Human Resources|Recruiting
Resend|resend.com|Resend|Developer Tools|Mail for developers
Retool|retool.com|Retool|Developer Tools|Internal tools
Retrium|retrium.com|Retrium|Project Management|Retrospectives
Riddle|riddle.com|Riddle Technologies|Marketing|Quizzes
RingCentral|ringcentral.com|RingCentral|Communication|Telephony
Rocket.Chat|rocket.chat|Rocket.Chat Technologies|Communication|Chat with open source
Rollbar|rollbar.com|Rollbar|Developer Tools|Error tracking
Row Zero|rowzero.io|Row Zero|Data|Spreadsheet for large data
Runway|runway.team|Runway|Developer Tools|Releases of mobile apps
Sanity|sanity.io|Sanity|Marketing|Structured content
Sauce Labs|saucelabs.com|Sauce Labs|Developer Tools|Tests in the cloud
ScreenCloud|screencloud.com|ScreenCloud|Workplace|Digital signage
Sender|sender.net|Sender|Marketing|Newsletters
SendGrid|sendgrid.com|Twilio|Developer Tools|Mail delivery
Sentry|sentry.io|Functional Software|Developer Tools|Error and performance monitoring
Short.io|short.io|Short.io|Marketing|Short links
Smartsheet|smartsheet.com|Smartsheet|Project Management|Work in sheets
Snyk|snyk.io|Snyk|Security|Vulnerabilities in code
SocialPilot|socialpilot.co|SocialPilot Technologies|Marketing|Social media posts
SonarQube Cloud|sonarsource.com|SonarSource|Developer Tools|Code analysis
StackHawk|stackhawk.com|StackHawk|Security|Security tests of APIs
Stoplight|stoplight.io|SmartBear|Developer Tools|API design
StreamYard|streamyard.com|Bending Spoons|Marketing|Live streams
SurveyMonkey|surveymonkey.com|SurveyMonkey|Marketing|Surveys
TeamViewer|teamviewer.com|TeamViewer|IT Management|Remote access
Teamwork.com|teamwork.com|Teamwork|Project Management|Client work
Temporal Cloud|temporal.io|Temporal Technologies|Developer Tools|Durable workflows
TestRail|testrail.com|Gurock|Developer Tools|Test management
TextExpander|textexpander.com|TextExpander|Productivity|Snippets
Trello|trello.com|Atlassian|Project Management|Cards on boards
Twilio|twilio.com|Twilio|Developer Tools|Calls and messages from programs
Typeform|typeform.com|Typeform|Marketing|Forms that talk
VictorOps|victorops.com|Splunk|IT Management|On-call work
Webflow|webflow.com|Webflow|Marketing|Websites without code
WEDO|wedo.com|WEDO|Project Management|Meetings and their tasks
Weights & Biases|wandb.ai|CoreWeave|Artificial Intelligence|Experiments of machine learning
Wix|wix.com|Wix.com|Marketing|Website builder
Workable|workable.com|Workable|Human Resources|Recruiting
Writesonic|writesonic.com|Writesonic|Artificial Intelligence|Copywriting
Yodeck|yodeck.com|Flipnode|Workplace|Digital signage
Zeplin|zeplin.io|Zeplin|Design|Hand-over of designs
Zight|zight.com|Zight|Communication|Screen shots
1Password|1password.com|AgileBits|Security|Password manager
15Five|15five.com|15Five|Human Resources|Performance reviews
Abnormal Security|abnormalsecurity.com|Abnormal AI|Security|Mail protection
ActiveCampaign|activecampaign.com|ActiveCampaign|Marketing|Marketing automation
ADP Workforce Now|adp.com|ADP|Human Resources|Payroll
Ahrefs|ahrefs.com|Ahrefs|Marketing|Search engine research
Algolia|algolia.com|Algolia|Developer Tools|Hosted search
Amazon Web Services|aws.amazon.com|Amazon|Cloud Infrastructure|Computing, storage and databases
Amplitude|amplitude.com|Amplitude|Data|Product analytics
Apollo.io|apollo.io|Apollo.io|Sales|Contact data and outreach
Auth0|auth0.com|Okta|Security|Sign-in for applications
Autodesk AutoCAD|autodesk.com|Autodesk|Design|Drawings for building and engineering
BambooHR|bamboohr.com|Bamboo HR|Human Resources|Personnel files
Basecamp|basecamp.com|37signals|Project Management|Projects with message boards
Bill|bill.com|BILL|Finance|Payable and receivable accounts
Bitbucket|bitbucket.org|Atlassian|Developer Tools|Git hosting
Brex|brex.com|Brex|Finance|Company cards
Carta|carta.com|Carta|Finance|Shares and options
ChatGPT Enterprise|openai.com|OpenAI|Artificial Intelligence|Assistant for writing and coding
Chargebee|chargebee.com|Chargebee|Finance|Subscription billing
Checkr|checkr.com|Checkr|Human Resources|Background checks
CircleCI|circleci.com|Circle Internet Services|Developer Tools|Continuous integration
Claude|claude.ai|Anthropic|Artificial Intelligence|Assistant for writing and coding
ClickUp|clickup.com|Mango Technologies|Project Management|Tasks, documents and goals
Cloudflare|cloudflare.com|Cloudflare|Security|Network protection and delivery
Coda|coda.io|Superhuman|Productivity|Documents that compute
Concur|concur.com|SAP|Finance|Travel and expenses
Confluence|atlassian.com|Atlassian|Productivity|Wiki of teams
Contentful|contentful.com|Contentful|Marketing|Headless content management
Coupa|coupa.com|Coupa Software|Finance|Procurement
CrowdStrike Falcon|crowdstrike.com|CrowdStrike|Security|Endpoint protection
Culture Amp|cultureamp.com|Culture Amp|Human Resources|Employee surveys
Databricks|databricks.com|Databricks|Data|Data and machine learning platform
Datadog|datadoghq.com|Datadog|Developer Tools|Monitoring and logs
Deel|deel.com|Deel|Human Resources|Hiring in other countries
DigitalOcean|digitalocean.com|DigitalOcean|Cloud Infrastructure|Virtual machines
Dialpad|dialpad.com|Dialpad|Communication|Telephony
Drata|drata.com|Drata|Security|Compliance evidence
Duo|duo.com|Cisco|Security|Second factor
Evernote|evernote.com|Bending Spoons|Productivity|Notes
Fivetran|fivetran.com|Fivetran|Data|Data pipelines
Freshdesk|freshworks.com|Freshworks|Customer Support|Help desk
Gainsight|gainsight.com|Gainsight|Customer Support|Customer success
GitLab|gitlab.com|GitLab|Developer Tools|Source hosting and builds
Gong|gong.io|Gong|Sales|Analysis of sales calls
Grafana Cloud|grafana.com|Grafana Labs|Developer Tools|Dashboards and metrics
Grammarly|grammarly.com|Superhuman|Productivity|Spelling and style
Greenhouse|greenhouse.io|Greenhouse Software|Human Resources|Recruiting
Gusto|gusto.com|Gusto|Human Resources|Payroll
HashiCorp Terraform Cloud|hashicorp.com|IBM|Developer Tools|Infrastructure as code
Heap|heap.io|Contentsquare|Data|Digital analytics
Hotjar|hotjar.com|Contentsquare|Marketing|Heat maps
Ironclad|ironcladapp.com|Ironclad|Legal|Contract management
Jamf Pro|jamf.com|Jamf|IT Management|Management of Apple devices
KnowBe4|knowbe4.com|KnowBe4|Security|Security awareness training
Lattice|lattice.com|Lattice|Human Resources|Goals and reviews
Lever|lever.co|Employ|Human Resources|Recruiting
LinkedIn Sales Navigator|linkedin.com|LinkedIn|Sales|Search for leads
Looker|looker.com|Google|Data|Business intelligence
Mailchimp|mailchimp.com|Intuit|Marketing|Mail campaigns
Marketo Engage|marketo.com|Adobe|Marketing|Marketing automation
MongoDB Atlas|mongodb.com|MongoDB|Data|Hosted document database
Namely|namely.com|Namely|Human Resources|Personnel and payroll
NetSuite|netsuite.com|Oracle|Finance|Accounting and planning
Outreach|outreach.io|Outreach|Sales|Sequences of sales contacts
PagerDuty|pagerduty.com|PagerDuty|IT Management|Incident response
Paylocity|paylocity.com|Paylocity|Human Resources|Payroll
Pipedrive|pipedrive.com|Pipedrive|Sales|Sales pipeline
Productboard|productboard.com|Productboard|Project Management|Product planning
QuickBooks Online|quickbooks.intuit.com|Intuit|Finance|Bookkeeping
Ramp|ramp.com|Ramp|Finance|Company cards
Rippling|rippling.com|People Center|Human Resources|Personnel and devices
SAP SuccessFactors|successfactors.com|SAP|Human Resources|Personnel management
Segment|segment.com|Twilio|Data|Customer data
Semrush|semrush.com|Semrush|Marketing|Search marketing
ServiceNow|servicenow.com|ServiceNow|IT Management|Service management
Shopify|shopify.com|Shopify|Sales|Online shops
Snowflake|snowflake.com|Snowflake|Data|Data warehouse
Splunk|splunk.com|Cisco|Security|Search in machine data
Sprout Social|sproutsocial.com|Sprout Social|Marketing|Social media
Stripe|stripe.com|Stripe|Finance|Payments
Tableau|tableau.com|Salesforce|Data|Visual analysis
Vanta|vanta.com|Vanta|Security|Compliance monitoring
Vercel|vercel.com|Vercel|Developer Tools|Hosting of web apps
Wiz|wiz.io|Wiz|Security|Cloud security
Workday|workday.com|Workday|Human Resources|Personnel and finance
Xero|xero.com|Xero|Finance|Bookkeeping
Zapier|zapier.com|Zapier|Integration|Automation between apps
Zendesk|zendesk.com|Zendesk|Customer Support|Help desk
ZoomInfo|zoominfo.com|ZoomInfo|Sales|Company data
`;

export const PRODUCTS: readonly Product[] = LIST.trim()
  .split('\n')
  .map((line) => {
    const [name = '', domain = '', vendor = '', category = '', description = ''] = line.split('|');
    return { name, domain, vendor, category, description };
  });

/** Names that header lines use for places, in lower case: written for this reader, so that a place is told from a company. */
const US_STATES =
  "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|alabama|alaska|arizona|arkansas|california|calif|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|mass|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming";
const PROVINCES =
  "on|bc|qc|ab|mb|ns|sk|nb|saskatchewan|ontario|british columbia|quebec|québec|alberta|manitoba|nova scotia|nsw|vic|qld|new south wales|victoria|queensland|england|scotland|wales|northern ireland|bavaria|catalonia|ontario canada";
const REGIONS =
  "us|usa|u.s.|u.s.a.|united states of america|uk|u.k.|eu|europe|european union|uae|emea|apac|latam|asia|africa|oceania|north america|south america|latin america|americas|middle east|scandinavia|benelux|nordics|dach|worldwide|world wide|global|globally|anywhere|anywhere in the world|world|earth|international|distributed|everywhere|nl|de|fr|es|se|dk|ch|at|be|ie|il|jp|sg|hk|au|nz|ca|holland|the netherlands|netherlands|czech republic|korea|south korea|russia|turkey|vietnam|taiwan|us only|usa only|us-only|uk only|eu only";
const AREAS =
  "bay area|sf bay area|san francisco bay area|silicon valley|sv|sf|sfo|nyc|ny|la|l.a.|dc|d.c.|washington dc|washington d.c.|washington, dc|dc metro|dc metro area|philly|rtp|research triangle|research triangle park|soma|soho|manhattan|brooklyn|queens|midtown|midtown manhattan|downtown|east bay|south bay|peninsula|new york city|new york|greater boston|boston area|seattle area|london area|orange county|los angeles area|east coast|west coast|midwest|pacific northwest|central london|greater london|hsr layout|shoreditch|san francisco peninsula|twin cities|dallas/fort worth|dfw|socal|norcal|south east asia|southeast asia";
const CITIES =
  "aarhus|abu dhabi|accra|adelaide|albany|albuquerque|alexandria|almaty|amsterdam|ann arbor|antwerp|arlington|asheville|athens|atlanta|auckland|austin|baltimore|bangalore|bengaluru|bangkok|barcelona|basel|bath|beijing|belfast|belgrade|bellevue|belmont|bend|bergen|berkeley|berlin|bern|birmingham|bloomington|bogota|bogotá|boise|bonn|bordeaux|boston|boulder|bozeman|bratislava|bristol|brisbane|brno|brussels|bucharest|budapest|buenos aires|buffalo|burlingame|burlington|cairo|calgary|cambridge|cambridge uk|campbell|canberra|cape town|casablanca|champaign|charlotte|charlottesville|chattanooga|chennai|chicago|christchurch|cincinnati|cleveland|cluj|cologne|columbus|copenhagen|cork|costa mesa|cupertino|dallas|delft|delhi|denver|des moines|detroit|dresden|dubai|dublin|durham|dusseldorf|düsseldorf|edinburgh|eindhoven|el segundo|emeryville|espoo|eugene|exeter|foster city|frankfurt|fremont|fort collins|fort lauderdale|fort worth|gainesville|galway|gdansk|gdańsk|geneva|genève|ghent|glasgow|gothenburg|göteborg|grand rapids|graz|groningen|guadalajara|guangzhou|gurgaon|haifa|hamburg|hanoi|harrisburg|hartford|heidelberg|helsinki|ho chi minh city|hong kong|honolulu|houston|hyderabad|indianapolis|irvine|istanbul|ithaca|jakarta|jerusalem|jersey city|johannesburg|kampala|kansas city|karlsruhe|kiev|kyiv|knoxville|krakow|kraków|kuala lumpur|kyoto|lagos|las vegas|lausanne|leeds|leipzig|leuven|lexington|lille|lima|lincoln|lisbon|lisboa|liverpool|ljubljana|london|london uk|long beach|los altos|los angeles|los gatos|louisville|luxembourg|lyon|madison|madrid|malaga|málaga|malmo|malmö|manchester|manila|marseille|medellin|medellín|melbourne|memphis|menlo park|mexico city|miami|milan|milano|milpitas|milwaukee|minneapolis|minsk|montevideo|montpellier|montreal|montréal|moscow|mountain view|mumbai|munich|münchen|muenchen|nairobi|nantes|naperville|nashville|new delhi|new haven|new orleans|newark|newcastle|newton|noida|norwich|nottingham|novi sad|nuremberg|oakland|odense|oklahoma city|omaha|orlando|osaka|oslo|ottawa|oxford|palo alto|paris|pasadena|perth|philadelphia|phoenix|pittsburgh|playa vista|pleasanton|portland|porto|potsdam|prague|princeton|providence|provo|pune|quito|raleigh|reading|redmond|redwood city|redwood shores|reno|reston|richmond|riga|rio de janeiro|rochester|rome|rotterdam|sacramento|salt lake city|san antonio|san bruno|san carlos|san diego|san francisco|san jose|san mateo|san rafael|santa barbara|santa clara|santa cruz|santa fe|santa monica|santiago|sao paulo|são paulo|sausalito|seattle|seoul|shanghai|sheffield|shenzhen|singapore|sofia|somerville|south san francisco|st louis|st. louis|st paul|stamford|stanford|stockholm|strasbourg|stuttgart|sunnyvale|sydney|taipei|tallinn|tampa|tampere|tel aviv|tel-aviv|tempe|the hague|tokyo|toronto|toulouse|trondheim|tucson|turin|utrecht|valencia|vancouver|venice|vienna|vienna austria|vilnius|waltham|warsaw|waterloo|wellington|wilmington|winnipeg|wroclaw|wrocław|yerevan|york|zagreb|zürich|zurich";

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

function countries(): string[] {
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => COUNTRY_NAMES.of(first + second)?.toLowerCase() ?? []));
}

const SMALL = new Set([US_STATES, PROVINCES, REGIONS].join("|").split("|"));
const PLACES = new Set([...SMALL, ...`${AREAS}|${CITIES}`.split("|"), ...countries()]);
/** What stands before or after a place's name without changing that it is one. */
const AROUND =
  /^(?:in|at|near|downtown|greater|central|based in|our|the|only|hq in|hq:?|offices? in|from|either|anywhere in(?: the)?)\s+|\s+(?:area|metro|metro area|region|based|only|hq|office|offices|headquarters|time ?zones?|preferred|suburbs?|timezone)$/g;

function bare(part: string): string {
  return part
    .toLowerCase()
    .replace(/^[\s("'[]+|[\s)."'\]!:]+$/g, "")
    .replace(AROUND, "")
    .replace(AROUND, "")
    .trim();
}

/** Whether a name is the whole name of a place that is known here. */
export function isKnownPlace(name: string): boolean {
  return PLACES.has(bare(name)) || PLACES.has(`${bare(name)}.`);
}

/** Whether a name is a state, a province, a country or a wider region: what stands after a city's comma. */
export function isWiderPlace(name: string): boolean {
  const plain = bare(name);
  return SMALL.has(plain) || (PLACES.has(plain) && COUNTRY_SET.has(plain));
}

const COUNTRY_SET = new Set(countries());

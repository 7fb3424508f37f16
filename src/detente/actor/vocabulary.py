"""Closed lists of words that tell what a word before, behind or around a name makes of it."""

from __future__ import annotations

GAME = frozenset(
    "batsman batsmen bowler bowlers championship championships coach conceded cricketers cup decathlon defender equaliser equalizer fans final "
    "fly-half footballers goal goalkeeper goalless goals gold-medal half-time halftime hat-trick heptathlon innings marathon match matches "
    "medal medals midfielder penalty-kick playoff playoffs prop qualifier qualifiers qualifying quarter-final quarter-finals quarterfinal "
    "quarterfinals knocked-out round-of-16 referee relay runs scored scorer scrum season skater skaters "
    "semi-final semi-finals semifinal sprint sprinter squad "
    "striker team teams test-match equalised equalized substitute kick-off kickoff stoppage extra-time shoot-out shootout dribbled headed-in "
    "offside scoreline fixture fixtures playmaker goalscorer batted bowled wicketkeeper dunk rebounds touchdown quarterback peloton grand-slam "
    "knockout-stage tournament tries trophy wicket wickets winger "
    "backhand backstroke bantamweight birdie bogey breaststroke crossbar deuce discus faceoff featherweight flanker "
    "flyweight forehand freestyle header headers hurdler hurdlers inning lap laps lbw linebacker lineout "
    "linesman medley outfield pitcher pole-vault puck putt quarterbacks ruck scrimmage scrummage seamer shortstop shot-put "
    "shutout slalom slapshot steeplechase stumps tie-break tiebreak try-line welterweight".split()
)
"""Words of reports of games."""
MEETS_TOO = frozenset("coach final goal goals laps lap match matches runs season squad team teams".split())
"""Words of games that politics has too."""
STATECRAFT = frozenset(
    "ambassador democrats diplomatic election elections embassy government governments inquiry lawmakers militants minister ministers nuclear "
    "officials parliament probe referendum republicans sanctions senate tariff tariffs troops".split()
)
"""What no game has to do with."""
NO_GIVEN_NAME = frozenset(
    "according after all allies also although and april as at august because before both but by capt col critics dame december despite dr "
    "during earlier even february for friday from gen gov he here how however if in instead it january july june lady later like lord lt "
    "maj many march may meanwhile miss monday most mr mrs ms no not november now october of on once only or perhaps prof rep rev saturday "
    "sen september sgt she since sir so some st still sunday supporters that then there these they this those though thursday thus to "
    "today tuesday unless unlike until we wednesday what when where while who why with yesterday yet".split()
)
"""Capitalised at the beginning of a sentence or before a name, and no part of one."""
ALSO_WORDS = frozenset(
    "amazon app apple baker banks bill blair bp brown bush cameron case chad china cook corona cuba dawn dean dove echo express ford fortune "
    "fox france frank gap georgia grace guardian guinea herald hill holland hope hunt india ireland israel japan jersey jordan justice "
    "kenya king liberty libre life long mail major map march mark may meta mint mirror mobile moon nation nice niger observer oracle orange park "
    "petra polish post price prince queen raw reading rice rose rush sharon shell solidarity standard star stone sun swift target "
    "sputnik thatcher tide time times total trend tribune turkey vanguard visa will wolf young".split()
)
"""Names that at the beginning of a sentence may be plain words."""
SAYING = frozenset(
    "abducted abstained accused accuses agreed airspace airstrike airstrikes alliance ambassador ambassadors annexed announced apologised "
    "apologized arrested asylum attacked backed ballot ban banned bans barracks beheaded blocked bomb bombed bombs border boycott boycotts "
    "ceasefire censored closed company condemned condemns consulate coup criticised criticized curfew deal demanded demands demonstrators "
    "denied denies denounced deployed deported deports detained detains diplomatic election elections embargo embassy executed executes "
    "expelled expels explosives exports extradited flogged freed government governments guerrillas halted hanged hired hostage hostages "
    "imports imprisoned independence insisted insists insurgents invaded jailed killed killings kills lawmakers massacred mediated "
    "militants ministers missile missiles mobilised mobilized negotiated negotiations neighbors neighbour neighbouring neighbours nuclear "
    "occupied opposed pact pardoned pardons parliament peace pledged pledges policy political politicians polls profit profits promised "
    "promises protest protested protests quotas raided ratified rebels recalled recognised recognized referendum refugees refused rejected "
    "rejects relations released reported resisted retaliated said sanctioned sanctions says seize seized seizes sends sentenced shelled "
    "shelling signed sovereignty summit surrendered suspended tariff tariffs tested threatened threatens ties told tortured treaty troops "
    "urged urges vetoed vetoes vote voted voters votes vowed war warhead warheads warned warns warplanes warships welcomed withdrew "
    "ballots campaign cease-fire coalition collusion crackdown cyberattack declassified democrats emergency enriching enrichment espionage "
    "extradite extradition hackers immigration impeachment indicted indictments inquiry insurgency intelligence lawmaker legislation martial "
    "meddling midterms militia militias offensive probe republicans runoff runoffs senators spying subpoena subpoenas surveillance "
    "testimony truce unrest uprising uranium whistleblower withdrawal withdraws".split()
)
"""What those who act in politics do, and what it is about."""
THINGS_TOO = frozenset(
    "aircraft airline ambulance bakery battery battleship body branch brewery bulletin captive casualty church clinic containership "
    "counterpart crook daily destroyer drone figure frigate garage garrison gunboat helicopter hospital house jet jumbojet kindergarten "
    "magazine mechanic mole morgue mortuary mosque museum outlaw paper party publication radio refinery school shipyard submarine "
    "supermarket tank utility warship weekly wing".split()
) | {"aircraft carrier", "fighter jet", "military service", "patrol boat", "spy ship", "attack helicopter"}
"""Buildings, vehicles and other things that act only as somebody's: alone and one of them, they are no actor."""
THING_NAMES = frozenset(
    "accord accords act agreement airport album alps archipelago atoll avenue award baseball basin bay beach bight boulevard bridge building canal "
    "canyon cape carnival cathedral christmas circus cove creek cup day declaration defence defense delivery delta derby desert dream dunes "
    "estuary express falls festival fjord gambit games geyser glacier gorge gulf harbor harbour headland highlands hill hills hotel inlet "
    "island islands isle isles isthmus juice lagoon lake league marathon memorial mesa monument mount mountain mountains museum museums nature "
    "oasis ocean opera papers parade park passage peaks peninsula philharmonic pie plateau pole prix prize protocol rapids rebellion reef reefs "
    "report resolution revolution river road saga sauce sea shoals shore side soccer song sound soup spring springs square stadium story strait "
    "straits street style swamp symphony tale theatre tower towers treaty trench trophy valley volcano wall war waterfall waterfalls wetlands "
    "who year".split()
)
"""Last words of the names of places, events and things ("Chancellor Street", "the Rose Revolution")."""
TITLES_TOO = frozenset("Baron Bishop Dawn Dean Duke Earl King Knight Marshal Page Prince Princess Queen Reeve".split())
"""Words that without an article, a name and a context are first or last names, bands and brands as well."""
CONTAINERS = frozenset(
    "bag barrel basket bottle box bucket can carton case crate cup glass jar keg mug pack packet pair pint sachet shot tin tube".split()
)
"""What goods are kept and sold in; of a company's name it holds its goods."""
BEHIND = frozenset(
    "aboard abroad alike alone also ashore boat boats both column columns cutter cutters each elsewhere force here himself itself "
    "nationwide now plane planes ship ships team teams themselves then there today too unit units vessel vessels worldwide yesterday".split()
)
"""Words that may follow a noun without being the head."""
HONOURS = frozenset(
    "admiral|ayatollah|captain|cardinal|colonel|doctor|engineer|field marshal|general|imam|lieutenant colonel|lieutenant general|"
    "major|major general|marshal|mullah|prince|princess|professor|sheikh".split("|")
)
"""Ranks and honorifics, which a person keeps in and out of office."""
PLACED = frozenset(
    "across around at central east eastern from in near north northern of off outside south southern through throughout to toward "
    "towards via west western".split()
)
"""After these a name is a place's, if it is one of the gazetteer."""
TITLED_SHIPS = frozenset("admiral captain colonel commander emperor empress general king lord marshal prince princess queen".split())
"""Titles with which ships are named after people; an article before one and a name tells the ship."""
VEHICLES = frozenset(
    "aircraft battleship bomber carrier cruiser destroyer drone engine fighter frigate gun gunboat gunship helicopter howitzer jet launcher "
    "missile pickup plane rifle rocket ship submarine tank truck warplane warship".split()
)
"""Things that move and shoot; behind a name alone it is the name of their make."""
LANGUAGE = frozenset(
    "accent alphabet dialect fluent fluently grammar language languages learn learned learning learnt native-speaker pronounced speak speakers "
    "speaking speaks spelling spoke spoken subtitles syllabus taught textbook translated translation translations vocabulary".split()
)
"""Words near the name of a language."""
ADVERBS = frozenset(
    "again ago all alone already also always and are both but did does during each even ever first had has have here however instead is "
    "itself just last later long might must never next now often once only perhaps since so sometimes soon still that the then there "
    "though thus today together too twice was were what when where which who whose will with would yesterday yet".split()
)
"""Words between a subject and its verb that are no nouns."""
WORKS = frozenset(
    "album albums audiences bestseller box-office broadway cinemas episode episodes fiction filmed musical novel playwright premiere premiered "
    "remake screenplay season seasons sequel series sitcom soundtrack starring stage-play viewers".split()
)
"""Words near the title of a film, book or series."""
ARTICLED = frozenset("argentine cameroon congo crimea gambia ivory lebanon niger saar sudan transkei ukraine vatican yemen".split())
"""One-word names of states that are or were written with an article."""
PLACE_TALK = frozenset(
    "cafes cathedral celsius degrees fog hotels humidity marathon metro museum museums museum-goers parks rain rainfall restaurants skyline smog "
    "snow snowfall sightseeing suburbs subway sunshine temperature temperatures thermometer tourist tourists traffic tram trams weather "
    "shoppers shopping theatre theatres visitors zoo".split()
)
"""Words of reports of towns as places, their weather, traffic and sights."""
PLAYERS = frozenset(
    "captain captains centre coach coaches defender defenders forward forwards goalkeeper goalkeepers guard guards keeper manager player players "
    "skipper striker strikers substitute substitutes winger wingers".split()
)
"""Who plays and trains; in a text about a game no captain of forces."""
FORMS_OF_ADDRESS = frozenset("mr mrs ms dr sir dame lord lady st gen col lt sgt capt rev prof sen rep gov".split())
"""What stands before a name, no part of it."""
KIN = frozenset(
    "father mother brother sister uncle aunt son daughter cousin baby boy girl wife husband widow widower parent relative".split()
)
"""Who is somebody's by family."""
OTHER_SENSE = frozenset(
    "ant ants anthill bee beehive bees cartoon cartoons cello checkmate chess chessboard comedy doll dolls drawer drawers episode figurine "
    "figurines flower hive larvae lawnmower mahogany mural painting paintings pantomime pawn pawns portrait portraits printer puppet puppets "
    "rook rooks sitcom statue statues tapestry termites toy toys walnut".split()
)
"""Words of games, pictures, toys, insects, shows and furniture, in whose texts kings, soldiers, courts and cabinets are things."""
BOARD_AND_HIVE = frozenset("anthill bee beehive bees checkmate chess chessboard hive larvae pawn pawns rook rooks termite termites".split())
"""Words of chess and of insects that live in states, among which all kings, queens, soldiers and workers are none."""
EVERYDAY = frozenset(
    "alphabet antique antiques apples aquarium babies baby ballad ballet ballroom banjo barbecue baseball basketball bathroom beans bedroom "
    "beekeeper beer beetle beetles bicycle bicycles birthday biscuits blizzard boyfriend bracelet bread breakfast breeder bride buns butter "
    "butterfly cake cakes canoe canteen canvas carnival cat cats cello cheese chef chefs chess chicken chihuahua choir chorus cinema cinemas "
    "classmate coach cocktail cocktails coffee coldest comedian comedy comic concert cookbook cooked costume cranberries cricket crossword "
    "crosswords curry curtains cyclists dance danced dancer dancers dances dentist dessert dice dinner dish dishes dog dogs doll dolls driest "
    "drizzle drummer duck encore fashion fiddle film films flute fog font footballers fried frost fry garden gardener gardens garlic "
    "girlfriend goalie golf golfer granddaughter grandfather grandmother grandson gravy grill grilled groom guitar guitarist gymnast "
    "hairdresser hamster hamsters handbag handbags hats hedge hive hockey homework honeymoon horoscope horseback hurdles inning innings jazz "
    "jeans jewellery jigsaw jockey jukebox karaoke kennel kitchen kitten knit knitted lawn lemon lullaby lunch lyrics makeup marathon "
    "marinade mascara medal melody menu mittens movie movies mushrooms musical musician nephew niece nightclub novel novelist nursery-rhyme "
    "onions opera orchard orchards orchestra oven overtime owl owls pancakes paperback pasta peaches peas perfume pianist piano picnic pie "
    "pigeons pizza playground plumber poem poems poet poker pop porcelain potato pottery prawns pub pudding pumpkin puppies puppy puzzle "
    "quarterback quilt racehorse rainy rapper recipe recipes regatta reggae rink roast roasted romcom roses rugby salad salmon sandwich "
    "sandwiches sauce saxophone scarf scarves screened sculptor sculpture sequel shampoo simmer singer singers sings skated skater skaters "
    "sketch skis snack sneakers snowed soap sofa soloist sonata song songs soup spades spices spoon squid stage stew sunny supper sweater "
    "sweltered swimmer syllable syllables symphony tailor tango tasty tattoo tea tennis thermometer thriller thunderstorm toddler tomatoes "
    "touchdown trainers treadmill trumpet tulips typeface umpire vase vineyard violin volleyball waltz wardrobe warmest wedding wettest "
    "whisky wine wolf yoga zebra zoo".split()
)
"""Words of food, family, play, art, animals and weather: what news is full of where nobody governs."""
FICTION = frozenset(
    "animated animator bedtime beekeeper bees boardgame cartoon cartoons chapter chess chessboard comedian comic costume "
    "fable fairy fairy-tale fancy-dress fictional girl-scouts hive hobbits jukebox legend magician marionette marionettes musical "
    "novel novelist novels opera pantomime pawn picture-book playwright puppet puppets rook saga scouts screenplay sitcom soap-opera "
    "storybook superhero thriller tin toy toys videogame villain whale wizard wooden".split()
)
"""Words of stories, games and toys, in which there are kings and soldiers that are none."""
HOUSES = frozenset({"Army", "Bank", "Board", "Cabinet", "Club", "Court", "House", "Parliament", "School", "Union"})
"""Bodies that are words for much else ("House of Cards")."""
MEETINGS = frozenset({"Congress", "Council", "Conference", "Convention", "Treaty"})
"""Meetings of states, which bear the name of their town ("the Congress of Vienna")."""

"""Words that the made copies of `copies.py` are edited with: what house styles and light rewording
change. They are known to the bench alone; the linker has no list of synonyms."""

from __future__ import annotations

_BRITISH = """
center centre|color colour|defense defence|labor labour|harbor harbour|neighbor neighbour
neighbors neighbours|honor honour|favor favour|favored favoured|behavior behaviour|rumors rumours
organization organisation|organizations organisations|organized organised|recognize recognise
recognized recognised|realize realise|realized realised|criticized criticised|criticize criticise
apologized apologised|authorized authorised|emphasized emphasised|mobilized mobilised
program programme|programs programmes|theater theatre|meters metres|kilometers kilometres
liters litres|fiber fibre|traveled travelled|traveling travelling|canceled cancelled
labeled labelled|signaled signalled|fueled fuelled|counselor counsellor|license licence
offense offence|gray grey|check cheque|jail gaol|skeptical sceptical|analyze analyse
analyzed analysed|toward towards|afterward afterwards|among amongst|while whilst|percent per_cent
airplane aeroplane|tire tyre|aging ageing|judgment judgement|catalog catalogue|dialog dialogue
plow plough|pajamas pyjamas|maneuver manoeuvre|pediatric paediatric|estrogen oestrogen
"""
_SYNONYMS = """
began started|begin start|begins starts|help aid|helped aided|attack assault|attacks assaults
attempt try|large big|huge enormous|many numerous|nearly almost|about around|important significant
show indicate|shows indicates|showed indicated|ended finished|ends finishes|buy purchase
bought purchased|asked requested|needed required|need require|chance opportunity|choose select
chosen selected|close shut|closed shut|wide broad|rich wealthy|poor impoverished|quick rapid
quickly rapidly|gave handed|sent dispatched|kept retained|keep retain|left departed|found discovered
killed slain|injured wounded|wounded hurt|died perished|death demise|fire blaze|fires blazes
house home|houses homes|homes houses|road street|boat vessel|boats vessels|ship vessel|ships vessels
job post|jobs posts|effort bid|efforts bids|talks negotiations|plan scheme|plans schemes
problem difficulty|problems difficulties|result outcome|results outcomes|answer reply|fear dread
fears worries|worry concern|anger fury|angry furious|demand call_for|demanded called_for
rejected turned_down|accepted agreed_to|supports backs|supported backed|support backing
opposed fought|fight battle|fighting combat|clashes skirmishes|forces troops|soldiers troops
leader chief|leaders chiefs|official functionary|officials functionaries|workers employees
company firm|companies firms|government administration|nation country|nations countries
country nation|countries nations|city town|cities towns|area region|areas regions|region area
residents inhabitants|children youngsters|doctors physicians|money funds|cost price|costs prices
increase rise|increased rose|decrease fall|decreased fell|cut reduce|cuts reductions|reduce lower
destroyed wrecked|damaged harmed|damage harm|broke smashed|blocked obstructed|stopped halted
stop halt|continued went_on|remain stay|remained stayed|return come_back|returned came_back
arrived came|reached got_to|visited toured|visit tour|met encountered|allowed permitted|allow permit
forced compelled|urged pressed|warned cautioned|blamed faulted|accused charged|denied disputed
announced declared|revealed disclosed|reported recounted|believed thought|believe think
expected anticipated|likely probable|possible feasible|difficult hard|hard tough|easy simple
whole entire|final last|main chief|major principal|serious grave|severe harsh|recent latest
former previous|current present|early initial|often frequently|immediately at_once|soon shortly
finally at_last|however but|also too|because since|although though|after following
"""


def _pairs(lines: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in lines.replace("\n", "|").split("|"):
        if pair.strip():
            one, other = pair.split()
            found[one] = other.replace("_", " ")
    return found


BRITISH = _pairs(_BRITISH)
"""American spellings to British ones."""
AMERICAN = {british: american for american, british in BRITISH.items()}
SYNONYMS = _pairs(_SYNONYMS)
"""Words to others of about the same meaning."""
NUMBERS = dict(
    zip(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"),
        ("2", "3", "4", "5", "6", "7", "8", "9", "10", "12"),
        strict=True,
    )
)
PRESENT = {"said": "says", "added": "adds", "told": "tells", "stated": "states", "noted": "notes"}
"""Words of telling, as tabloids and broadcasters print them."""
TITLES = (
    r"(?:U\.S\. )?President|Prime Minister|Sen\.|Senator|Rep\.|Gov\.|Governor|Secretary of State|"
    r"Gen\.|General|Col\.|Lt\. Gen\.|Rear Adm\.|Adm\.|Dr\.?|Prof\.|Mrs\.?|Ms\.?|Mr\.?"
)
"""Titles before a name that another house style leaves out or prints otherwise."""
LEAD_INS = (
    "Asked about it later, the answer was brief. {}",
    "{} was how it was put in a later appearance.",
    "Those present heard this: {}",
    "A recording of the remarks has these words: {}",
    "The exchange went on for some time. {}",
)
"""What another newsroom prints around the same quotation."""

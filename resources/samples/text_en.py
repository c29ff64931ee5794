"""The sample lesson in English."""

from resources.samples.content import Card, Chart, Lesson, Page, Recording

_GOALS = (
    "By the end of this lesson you will be able to do three things.",
    "You will name the four steps of the water cycle. You will explain what drives it: the heat of the Sun "
    "and the pull of gravity. And you will read a chart that shows how much water is moving every year.",
)

ENGLISH = Lesson(
    file_name="water-cycle.pptx",
    lang="en-GB",
    alt_lang="en-GB",
    name="The water cycle",
    sections=("Introduction", "The cycle", "Why it matters"),
    opening=Page(
        title="The water cycle",
        kicker="SCIENCE LESSON",
        body=("One drop of water on an endless journey",),
        notes=(
            "Welcome. Today we follow a single drop of water on the longest journey on Earth.",
            "This journey has no first step and no last one. Wherever we join it, it brings us back to the "
            "place where we began.",
            "Note to self: hand out the worksheets before we start.",
        ),
        alt=(
            "Morning landscape: a low sun over a calm sea, snowy mountains, and a cloud that rains on a green hill",
        ),
    ),
    goals=Page(title="What you will be able to do", kicker="OBJECTIVES", notes=_GOALS),
    goal_cards=(
        Card("Name", "the four steps of the water cycle"),
        Card("Explain", "what drives it: the Sun’s heat and gravity"),
        Card("Read", "a chart of how much water moves every year"),
    ),
    question=Page(
        title="How old is the water in your glass?",
        kicker="THINK FIRST",
        body=("A few days?", "A hundred years?", "Older than the dinosaurs?"),
        alt=("A glass of water, two thirds full, with a blue shadow",),
    ),
    evaporation=Page(
        title="Evaporation: the Sun lifts the water",
        kicker="STEP 1",
        body=(
            "Sunlight warms the sea.",
            "The fastest molecules escape as vapour, a gas we cannot see.",
            "The salt stays behind.",
        ),
        labels=("water vapour rises", "the salt stays in the sea"),
        notes=(
            "The water in your glass is older than the dinosaurs. Nearly all of it has been on Earth for "
            "about four billion years, so let us see what it does all day.",
            "The Sun warms the surface of the sea. The fastest molecules break free and rise as water vapour, "
            "a gas that you cannot see. The salt stays behind, and that is why rain is never salty.",
        ),
        alt=("A small white cloud",),
    ),
    condensation=Page(
        title="Condensation: vapour becomes a cloud",
        kicker="STEP 2",
        body=(
            "Rising air expands and cools.",
            "Vapour settles on specks of dust and sea salt.",
            "A cloud is made of tiny droplets, not of gas.",
        ),
        labels=("cloud droplets",),
        notes=(
            "As the air rises, it expands, and as it expands, it cools. When it is cool enough, the vapour "
            "turns back into liquid. It settles on specks of dust and grains of salt that float in the air.",
            "So is a cloud a gas?",
            "(pause: 1)",
            "No. It is made of billions of liquid droplets, each one thinner than a hair.",
        ),
        alt=("A large cloud full of droplets",),
    ),
    precipitation=Page(
        title="Precipitation: down the mountain, back to the sea",
        kicker="STEPS 3 AND 4",
        body=(
            "Droplets merge until they are too heavy to float.",
            "Most rain and snow falls where mountains lift the air.",
            "Rivers and groundwater collect it and carry it home.",
        ),
        labels=("rain and snow", "river", "groundwater"),
        notes=(
            "The droplets bump into each other and merge. It takes about a million of them to make one "
            "raindrop, and now gravity wins: down it comes, as rain, or higher up as snow.",
            "Some of it runs off in streams and rivers. Some of it sinks into the ground and travels slowly, "
            "out of sight. Both ways lead home, to the sea.",
        ),
        alt=("A rain cloud over the mountain",),
    ),
    loop=Page(
        title="Four steps, one loop",
        kicker="PUT IT TOGETHER",
        body=(
            "Evaporation: the Sun turns water into vapour.",
            "Condensation: cooling turns vapour into cloud.",
            "Precipitation: rain and snow bring it down.",
            "Collection: rivers and groundwater bring it back.",
        ),
        notes=(
            "Here is the whole journey on one page.",
            "First comes evaporation, when the Sun turns water into vapour. Second comes condensation, when "
            "cool air turns that vapour into cloud. Third comes precipitation, when rain and snow bring the "
            "water down. Fourth comes collection, when rivers and groundwater bring it back to the sea.",
            "And the loop keeps turning, because the Sun lifts and gravity pulls.",
        ),
    ),
    loop_steps=("Evaporation", "Condensation", "Precipitation", "Collection"),
    loop_middle="Sun lifts,\ngravity pulls",
    budget=Page(
        title="What goes up must come down",
        kicker="THE NUMBERS",
        body=(
            "Over the sea, 40 more go up than come down.",
            "Over the land, 40 more come down than go up.",
            "Rivers and groundwater carry the 40 back.",
        ),
        notes=(
            "Every year, nearly half a million cubic kilometres of water rise into the air, and the same "
            "amount comes down again.",
            "Look at the two pairs of bars. Over the sea, more water goes up than comes down. Over the land, "
            "it is the other way round. The difference is forty thousand cubic kilometres, and that is "
            "the water that flows back to the sea.",
        ),
    ),
    chart=Chart(
        categories=("Over the sea", "Over the land"),
        series=("Goes up: evaporation", "Comes down: rain and snow"),
        unit="Thousand cubic kilometres a year",
        source="Figures: Trenberth and others (2007), Journal of Hydrometeorology 8, 758–769.",
        alt="Column chart. Over the sea 413 go up and 373 come down; over the land 73 go up and 113 come down.",
    ),
    stay=Page(
        title="How long does a drop stay?",
        kicker="THE NUMBERS",
        notes=(
            "Now we know how the water moves. But how long does it rest on the way?",
            "A drop in the air comes down after about nine days. A drop in a lake may wait for a lifetime. "
            "A drop in the sea waits for about three thousand years before it rises again, and a drop in the "
            "deep ice can wait far longer than that.",
        ),
        alt=("Table: where water is, its share of all water on Earth, and how long it usually stays there",),
    ),
    stay_rows=(
        ("Where", "Share of all water", "Typical stay"),
        ("Air", "0.001%", "about 9 days"),
        ("Rivers", "0.0002%", "weeks to months"),
        ("Lakes", "0.013%", "50 to 100 years"),
        ("Groundwater", "1.7%", "years to thousands of years"),
        ("Glaciers and ice sheets", "1.7%", "decades to many thousands of years"),
        ("Sea", "96.5%", "about 3,000 years"),
    ),
    why=Page(
        title="The same water, again and again",
        kicker="WHY IT MATTERS",
        notes=(
            "Why should we care? Because there is no new water. We drink, wash and farm with the same water, "
            "again and again.",
            "Less than one per cent of it is fresh and within our reach, and most of what we take goes to our "
            "fields. As the climate warms, the air can hold more vapour, so heavy rain gets heavier.",
            "The next time you fill a glass, think of the journey behind it. Thank you for listening.",
        ),
        alt=(
            "A glass of water",
            "A young plant with three leaves in dark soil",
            "A thermometer in front of a cloud",
        ),
    ),
    why_cards=(
        Card("Drink", "Less than 1% of all water is fresh and within our reach."),
        Card("Grow", "About 70% of the fresh water we take goes to farming."),
        Card("Climate", "Each degree of warming lets the air hold about 7% more vapour."),
    ),
    backup=Page(
        title="Backup: further reading",
        kicker="FOR QUESTIONS",
        body=(
            "Your textbook: the chapter on weather and climate",
            "United States Geological Survey: Water Science School",
            "Trenberth and others (2007): Estimates of the global water budget",
        ),
        notes=("Only if somebody asks where the numbers come from.",),
    ),
    recording=Recording(" ".join(_GOALS), "gmw/en-GB-x-rp+f2", 46, 158, "Recorded narration"),
)

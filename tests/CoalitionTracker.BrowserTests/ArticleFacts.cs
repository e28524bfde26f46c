namespace CoalitionTracker.BrowserTests;

/// <summary>One page on the way to a fact: how a reader gets there, and what the reader then sees.</summary>
/// <param name="Way">Links to follow by their text, and words for the search box at the top.</param>
/// <param name="Sees">What the page says, each run of white space as one space.</param>
public sealed record Station(Step[] Way, string[] Sees);

/// <summary>A link to follow, or words to search for.</summary>
public sealed record Step(string? Link, string? Search)
{
    public static Step To(string link) => new(link, null);

    public static Step Find(string words) => new(null, words);
}

/// <summary>The facts of the founding article, and the way from the home page to each.</summary>
public static class ArticleFacts
{
    private const string Article = "Japan ready to take part in a coalition guaranteeing Ukraine's security, 19 Aug 2025";
    private const string Interview = "Interview with NATO Secretary-General Mark Rutte, Fox News, 18 Aug 2025";
    private const string Readiness = "Shigeru Ishiba: Japan is ready to take part, in a role still open";
    private const string Offer = "Part in a coalition that guarantees Ukraine's security";
    private const string Peace = "Shigeru Ishiba: A fair peace will take time and must not undermine order elsewhere";
    private const string NoTroops = "Donald Trump: No American troops in Ukraine; air support and intelligence possible";
    private const string Accord = "Accord on Support for Ukraine and Cooperation between Japan and Ukraine";
    private const string OwnWords = "Best evidence B";

    public static IReadOnlyDictionary<string, Station[]> All { get; } =
        new Dictionary<string, Station[]>
        {
            ["A1 Japan is ready to take part after a peace deal"] =
            [
                new(
                    [Step.Find("Ishiba"), Step.To(Readiness)],
                    [
                        "Prime Minister of Japan",
                        "Japan is ready to take part in an international coalition that guarantees Ukraine's security after a peace deal",
                        "Said 19 Aug 2025 Occasion Press conference",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
                new(
                    [Step.To(Offer)],
                    [
                        "How binding Declared",
                        "Contribution Participation, unspecified",
                        "Announced 19 Aug 2025",
                        OwnWords,
                        "Unmet Ceasefire or peace deal: After a peace deal with Russia",
                        "Supports Shigeru Ishiba, Prime Minister of Japan",
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A2 Japan will play an appropriate role"] =
            [
                new(
                    [Step.Find("appropriate role"), Step.To(Readiness)],
                    [
                        "“We'll watch the ongoing discussions closely, and while carefully considering what Japan can and should do – including various legal and capability aspects — we'll play an appropriate role” Shigeru Ishiba, 19 Aug 2025",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A3 Japan cannot yet say what it will do"] =
            [
                new(
                    [Step.Find("cannot say specifically"), Step.To(Readiness)],
                    ["“At this point, we cannot say specifically what we are going to do” Shigeru Ishiba, 19 Aug 2025", OwnWords, $"For B {Article}"]
                ),
                new([Step.To(Offer)], ["How much not stated"]),
            ],
            ["A4 A fair peace is difficult and will take time"] =
            [
                new(
                    [Step.Find("日本"), Step.To("Japan"), Step.To("A fair peace will take time and must not undermine order elsewhere")],
                    [
                        "Prime Minister of Japan",
                        "“achieving a fair peace is an extremely difficult task that will take time” Shigeru Ishiba, 19 Aug 2025",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A5 A deal must not undermine the Indo-Pacific"] =
            [
                new(
                    [Step.Find("Indo-Pacific"), Step.To(Peace)],
                    [
                        "asks President Trump and the European leaders",
                        "“does not undermine global security and the international order, including that of the Indo-Pacific region” Shigeru Ishiba, 19 Aug 2025",
                        "About United States",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A6 Tokyo is nervous, says The Japan Times"] =
            [
                new(
                    [Step.Find("invite China"), Step.To("The Japan Times: Tokyo is nervous about the talks")],
                    [
                        "it fears that gains for Russia could invite China to act against Japan or Taiwan",
                        "“condemning unilateral attempts to change the status quo by force” The Japan Times, about 19 Aug 2025",
                        "Speaker's authority Publication",
                        "Best evidence D",
                        "About Japan",
                        "For D Report on Tokyo's unease about the peace talks, The Japan Times",
                    ]
                ),
            ],
            ["A7 No peace treaty with Russia; sanctions since 2022"] =
            [
                new(
                    [Step.To("Japan")],
                    [
                        $"Japan and Russia have had no peace treaty since the Second World War, and dispute territory. Progress on the dispute ended in 2022, when Russia invaded Ukraine and Japan imposed sanctions. D {Article}",
                    ]
                ),
                new(
                    [Step.To("Sanctions on Russia in several rounds")],
                    [
                        "How binding Declared",
                        "How far delivered Delivered",
                        "Announced 2022",
                        "Term from 2022",
                        "the first of several rounds",
                        "Best evidence D",
                        $"For D {Article}",
                    ]
                ),
            ],
            ["A8 Japan signed the first pact of a country outside NATO"] =
            [
                new(
                    [Step.To("Agreements"), Step.To(Accord)],
                    [
                        "Japan was the first country outside NATO to sign a security agreement with Ukraine",
                        "Signed 13 Jun 2024, Apulia, Italy (G7 summit)",
                        "Term Ten years (2024 to 2034)",
                        "Best evidence A",
                        $"D {Article} First security pact of a country outside NATO",
                    ]
                ),
            ],
            ["A9 4.5 billion dollars over ten years, or for 2024 alone"] =
            [
                new(
                    [Step.Find("Apulia"), Step.To(Accord), Step.To("4.5 billion dollars in defence assistance over ten years")],
                    [
                        "How binding Signed",
                        "How much US$4.5 bn",
                        "Announced 13 Jun 2024",
                        "Term 2024 to 2034",
                        "Best evidence D",
                        $"Under {Accord}",
                        "Rival claims",
                        "Volodymyr Zelenskyy, President of Ukraine (the recipient) The 4.5 billion dollars are for 2024 alone; support goes on for the ten years of the agreement.",
                        "He wrote it on X. US$4.5 bn 13 Jun 2024 Rival claim C",
                        $"For D {Article}",
                    ]
                ),
            ],
            ["A10 Rutte names Japan among the ready"] =
            [
                new(
                    [Step.Find("red line"), Step.To("Mark Rutte: Japan is among the countries ready to give guarantees")],
                    [
                        "NATO Secretary-General of NATO",
                        "in place of membership of NATO, which Russia calls a red line",
                        "Said 18 Aug 2025 Occasion Fox News interview",
                        "Best evidence C",
                        "About Japan",
                        "It is not counted as their pledge.",
                        $"For C {Interview}",
                    ]
                ),
            ],
            ["A11 30 countries work on guarantees"] =
            [
                new(
                    [Step.Find("Starmer"), Step.To("Mark Rutte: 30 countries work on a concept of guarantees")],
                    [
                        "“Over the last couple of months under the leadership of Keir Starmer, the British Prime Minister, and Emmanuel Macron, the French President, a group of now 30 countries, including Japan and Australia are working on this concept of security guarantees” Mark Rutte, 18 Aug 2025",
                        "Best evidence C",
                        $"C {Interview}",
                    ]
                ),
                new([Step.To("Australia")], ["Participant in the coalition", "30 countries countries working on a concept of security guarantees"]),
                new(
                    [Step.To("CoalitionTracker"), Step.To("France")],
                    ["Lead in the coalition", $"C {Interview} · Rutte names its leader as one of the two who lead."]
                ),
                new([Step.To("CoalitionTracker"), Step.To("United Kingdom")], ["Lead in the coalition"]),
            ],
            ["A12 No American boots on the ground"] =
            [
                new(
                    [Step.Find("boots on the ground"), Step.To(NoTroops)],
                    ["President of the United States", "“boots on the ground” Donald Trump, 19 Aug 2025", OwnWords, $"For B {Article}"]
                ),
                new(
                    [Step.To("Land forces ruled out")],
                    ["How binding Ruled out", "Announced 19 Aug 2025", "Contribution Land forces", OwnWords, $"For B {Article}"]
                ),
            ],
            ["A13 American air support is possible"] =
            [
                new(
                    [Step.To("United States"), Step.To("Air support to a peacekeeping effort")],
                    [
                        "the United States might support the peacekeeping effort from the air",
                        "How binding Under discussion",
                        "Contribution Air",
                        "Announced 19 Aug 2025",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A14 American intelligence is possible"] =
            [
                new(
                    [Step.To("United States"), Step.To("Intelligence for a peacekeeping effort")],
                    [
                        "the United States might support the peacekeeping effort with intelligence",
                        "How binding Under discussion",
                        "Contribution Intelligence",
                        "Announced 19 Aug 2025",
                        OwnWords,
                        $"For B {Article}",
                    ]
                ),
            ],
            ["A15 Trump names three countries for ground forces"] =
            [
                new(
                    [
                        Step.Find("secure Ukraine's borders"),
                        Step.To("Donald Trump: France, Germany and the United Kingdom could provide ground forces"),
                    ],
                    [
                        "President of the United States",
                        "could provide ground forces to secure Ukraine's borders",
                        "Said 19 Aug 2025",
                        "Best evidence C",
                        "It is not counted as their pledge.",
                        $"For C {Article}",
                    ]
                ),
            ],
            ["A16 Several hundred troops from about ten countries"] =
            [
                new(
                    [Step.Find("several hundred"), Step.To("Several hundred troops as a reassurance force")],
                    [
                        "about ten countries, not named",
                        "whether Japan would be one is not said",
                        "How binding Under discussion",
                        "How much several hundred troops",
                        "Announced 19 Aug 2025",
                        "Best evidence E Anonymous or leaked.",
                        "Unnamed European officials: About ten countries would send a reassurance force of several hundred troops",
                        "E Report on a planned reassurance force, Bloomberg, 19 Aug 2025",
                    ]
                ),
            ],
            ["A17 The terms were expected by the end of the week"] =
            [
                new(
                    [Step.Find("exact terms"), Step.To("Exact terms of the guarantees expected")],
                    [
                        "until 24 Aug 2025 Exact terms of the guarantees expected",
                        $"The exact terms of the security guarantees were expected by the end of the week. No source seen says that the terms came by then. D {Article}",
                    ]
                ),
            ],
            ["A18 Japan took part in 15 peacekeeping missions"] =
            [
                new(
                    [Step.Find("Японія"), Step.To("Japan")],
                    [$"Japan has sent personnel to 15 peacekeeping missions around the world, most of them under the United Nations. D {Article}"]
                ),
            ],
            ["A19 The White House meeting came before"] =
            [
                new(
                    [Step.Find("White House"), Step.To("Trump meets Zelenskyy and European leaders at the White House")],
                    [
                        "18 Aug 2025 Trump meets Zelenskyy and European leaders at the White House, The White House, Washington",
                        "before the Japanese Prime Minister spoke",
                        $"The European leaders are not named in the article. D {Article}",
                    ]
                ),
            ],
        };
}

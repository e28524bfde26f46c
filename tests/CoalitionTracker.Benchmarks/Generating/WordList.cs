using System.Text;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>
/// Words as texts use them: the frequency of a word falls with its rank (Zipf's law, https://en.wikipedia.org/wiki/Zipf%27s_law), a few words
/// of the field make up most of a text, and a long tail of names is met rarely. English, Ukrainian and Japanese.
/// </summary>
internal sealed class WordList
{
    /// <summary>Words that stand in exactly <see cref="RareUses"/> pledges each, put together from letters that are common in the other words.</summary>
    public static readonly IReadOnlyList<string> Rare = ["counterstation", "underminister", "перебудова", "連合部隊長"];

    public const int RareUses = 20;

    private const int Names = 6_000;

    /// <summary>Flattens the top of the curve, as in the Zipf–Mandelbrot law, so that no single word is half of every text.</summary>
    private const double Offset = 8;

    private readonly string[] words;
    private readonly double[] cumulated;

    private WordList(string[] words)
    {
        this.words = words;
        cumulated = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++)
            cumulated[rank] = sum += 1 / (rank + Offset);
    }

    public static WordList Read()
    {
        using var file = typeof(WordList).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(file);
        var known = reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return new WordList([.. known.Concat(CoinNames()).Distinct()]);
    }

    public string Next(Random random)
    {
        var at = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return words[at < 0 ? ~at : at];
    }

    /// <summary>Words with a capital at the beginning, in which each of the rare ones appears where it is due.</summary>
    public string Sentence(Random random, int count, string? rare = null)
    {
        var text = new StringBuilder();
        var rareAt = rare is null ? -1 : random.Next(count);
        for (var i = 0; i < count; i++)
            text.Append(i > 0 ? " " : "").Append(i == rareAt ? rare : Next(random));
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>Names of places and people that the tail consists of.</summary>
    private static IEnumerable<string> CoinNames()
    {
        string[] starts =
        [
            "Bel",
            "Kor",
            "Var",
            "Mal",
            "Tor",
            "Sen",
            "Lub",
            "Pol",
            "Gar",
            "Hel",
            "Rost",
            "Vin",
            "Dan",
            "Osk",
            "Mar",
            "Kal",
            "Nov",
            "Ster",
        ];
        string[] middles = ["a", "o", "i", "ova", "en", "ar", "iv", "ost", "um", "ir", "and", "el"];
        string[] ends =
        [
            "grad",
            "ska",
            "berg",
            "ville",
            "ton",
            "enko",
            "sson",
            "mark",
            "polis",
            "ivka",
            "heim",
            "wick",
            "nen",
            "escu",
            "ovic",
            "ford",
        ];
        var random = new Random(1);
        return Enumerable
            .Range(0, Names)
            .Select(_ => starts[random.Next(starts.Length)] + middles[random.Next(middles.Length)] + ends[random.Next(ends.Length)]);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace CoalitionTracker.Data;

/// <summary>A data file is broken. The message names the file, the line, the field and what would be right.</summary>
public sealed class RecordFileException(string message) : Exception(message);

/// <summary>One file of records in the format that data/README.md describes.</summary>
public sealed partial class RecordFile
{
    private readonly Dictionary<string, int> lines;
    private readonly Dictionary<string, string> paths = [];

    private RecordFile(string path, Lists lists, Dictionary<string, int> lines)
    {
        Path = path;
        this.lines = lines;
        Records =
        [
            .. Named("sources", lists.Sources),
            .. Named("countries", lists.Countries),
            .. Named("agreements", lists.Agreements),
            .. Named("pledges", lists.Pledges),
            .. Named("statements", lists.Statements),
            .. Named("participations", lists.Participations),
            .. Named("countryNotes", lists.CountryNotes),
            .. Named("counts", lists.Counts),
            .. Named("events", lists.Events),
        ];
    }

    public string Path { get; }

    public IReadOnlyList<Record> Records { get; }

    /// <summary>Says where a record's problem stands: file, line, field.</summary>
    public string Locate(Problem problem)
    {
        var field = $"{paths.GetValueOrDefault(problem.Code)}.{problem.Field}";
        var line = 0;
        for (var path = field; path.Length > 0 && !lines.TryGetValue(path, out line); path = Parent(path)) { }
        return $"{Path}, line {line}, {problem.Code} {problem.Field}: {problem.Message}";
    }

    public bool Has(string code) => paths.ContainsKey(code);

    /// <exception cref="RecordFileException">The file is no JSON, or a field is unknown or of the wrong kind.</exception>
    public static RecordFile Read(string path)
    {
        var json = File.ReadAllBytes(path);
        try
        {
            var lists = JsonSerializer.Deserialize<Lists>(json, RecordJson.Options) ?? throw new JsonException("The file is empty.");
            return new RecordFile(path, lists, LinesOf(json));
        }
        catch (JsonException error)
        {
            var field = error.Path is null or "$" ? "the file" : error.Path.TrimStart('$', '.');
            throw new RecordFileException($"{path}, line {error.LineNumber + 1 ?? 1}, {field}: {Explain(error)}");
        }
    }

    private IEnumerable<Record> Named(string list, IReadOnlyList<Record> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (!paths.TryAdd(records[i].Code, $"{list}[{i}]"))
                throw new RecordFileException(
                    $"{Path}, line {lines.GetValueOrDefault($"{list}[{i}]")}, {list}[{i}].code: {records[i].Code} stands twice."
                );
            yield return records[i];
        }
    }

    private static string Parent(string path) => path.LastIndexOfAny(['.', '[']) is > 0 and var end ? path[..end] : "";

    /// <summary>The serializer's message in words that do not need its types.</summary>
    private static string Explain(JsonException error)
    {
        if (UnknownField().Match(error.Message) is { Success: true } unknown)
            return $"There is no field \"{unknown.Groups[1].Value}\" here; see data/README.md for the fields.";
        if (WrongType().Match(error.Message) is { Success: true } wrong)
        {
            var type = typeof(RecordFile).Assembly.GetType(wrong.Groups[1].Value);
            return type is { IsEnum: true }
                ? $"Must be one of {string.Join(", ", Enum.GetValues(type).Cast<Enum>().Select(Words.Slug))}."
                : $"Must be a {FriendlyName(wrong.Groups[1].Value)}.";
        }
        return Regex.Replace(error.Message, @" Path: .*$", "");
    }

    private static string FriendlyName(string type) =>
        type switch
        {
            _ when type.Contains("String", StringComparison.Ordinal) => "text",
            _ when type.Contains("DateOnly", StringComparison.Ordinal) => "day such as 2025-08-19",
            _ when type.Contains("Decimal", StringComparison.Ordinal) || type.Contains("Int", StringComparison.Ordinal) => "number",
            _ when type.Contains("List", StringComparison.Ordinal) => "list",
            _ => "value of the right kind",
        };

    /// <summary>The line, counted from 1, on which each field's value begins, by its path.</summary>
    private static Dictionary<string, int> LinesOf(byte[] json)
    {
        var lines = new Dictionary<string, int>();
        var path = new Stack<(string Prefix, int Index)>();
        var (name, line, read) = ("", 1, 0L);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            for (; read < reader.TokenStartIndex; read++)
                line += json[read] == '\n' ? 1 : 0;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            var here = Here(path, name);
            lines[here] = line;
            if (reader.TokenType is JsonTokenType.StartObject)
                path.Push((here, -1));
            else if (reader.TokenType is JsonTokenType.StartArray)
                path.Push((here, 0));
        }
        return lines;
    }

    /// <summary>The path of the value that begins here; inside a list, moves on to the next element.</summary>
    private static string Here(Stack<(string Prefix, int Index)> path, string name)
    {
        if (path.Count == 0)
            return "";
        var (prefix, index) = path.Pop();
        path.Push((prefix, index < 0 ? index : index + 1));
        return index >= 0 ? $"{prefix}[{index}]"
            : prefix.Length == 0 ? name
            : $"{prefix}.{name}";
    }

    [GeneratedRegex("property '(.+?)' could not be mapped")]
    private static partial Regex UnknownField();

    [GeneratedRegex(@"could not be converted to (?:System\.Nullable`1\[)?([\w.]*\w)")]
    private static partial Regex WrongType();

    private sealed class Lists
    {
        public List<Source> Sources { get; set; } = [];
        public List<Country> Countries { get; set; } = [];
        public List<Agreement> Agreements { get; set; } = [];
        public List<Pledge> Pledges { get; set; } = [];
        public List<Statement> Statements { get; set; } = [];
        public List<Participation> Participations { get; set; } = [];
        public List<CountryNote> CountryNotes { get; set; } = [];
        public List<Count> Counts { get; set; } = [];
        public List<Event> Events { get; set; } = [];
    }
}

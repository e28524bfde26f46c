using System.Text.Json.Nodes;
using CoalitionTracker.Data;
using CoalitionTracker.Shared.Forms;

namespace CoalitionTracker.Features.Editing;

/// <summary>What an open form holds: the record's JSON as it is typed, and what is wrong with it.</summary>
public sealed class FormState(RecordKind kind, string? code, JsonObject content)
{
    private readonly HashSet<string> touched = [];
    private HashSet<string> unreadable = [];
    private bool showsAll;

    public RecordKind Kind => kind;

    /// <summary>Null for a new record.</summary>
    public string? Code => code;

    public FormSpec Spec { get; } = FormSpec.Of(kind);

    public JsonObject Content { get; private set; } = content;

    /// <summary>The record as it would be, as far as it can be read.</summary>
    public Record Record { get; private set; } = FormReader.Read(kind, code, content).Record;

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The problems that the editor should see by now: what cannot be read, what was typed into, and all once the draft was to be handed in.</summary>
    public IEnumerable<Problem> Shown => Problems.Where(p => showsAll || unreadable.Contains(p.Field) || touched.Any(t => IsWithin(p.Field, t)));

    /// <summary>Something was typed or chosen.</summary>
    public event Action? Changed;

    /// <summary>The list of problems is another one.</summary>
    public event Action? ProblemsChanged;

    /// <summary>A citation names this source now.</summary>
    public event Action<JsonObject, string>? SourceChosen;

    /// <summary>Parts came or went, or the content was replaced: the form must be drawn anew.</summary>
    public event Action? Redrawn;

    public static string TextIn(JsonObject holder, string name) => holder[name]?.ToString() ?? "";

    /// <summary>Keeps what was typed into a field.</summary>
    public void Set(JsonObject holder, string name, string path, string typed)
    {
        if (typed.Length == 0)
            holder.Remove(name);
        else
            holder[name] = typed;
        Touch(path);
        if (name == "source" && path.StartsWith("citations[", StringComparison.Ordinal) && typed.Length > 0)
            SourceChosen?.Invoke(holder, typed);
    }

    /// <summary>Notes a change that was made in the content itself.</summary>
    public void Touch(string path)
    {
        touched.Add(path);
        Problems = [.. Problems.Where(p => p.Field != path)]; // what was said of it before may not be true of what stands there now
        Changed?.Invoke();
    }

    /// <summary>The list of this name, made where there is none.</summary>
    public static JsonArray ListIn(JsonObject holder, string name)
    {
        if (holder[name] is not JsonArray list)
            holder[name] = list = [];
        return list;
    }

    /// <summary>Puts another content in place of this one, as after two people's changes were brought together.</summary>
    public void Replace(JsonObject other)
    {
        Load(other);
        Changed?.Invoke();
    }

    /// <summary>Shows a content that is kept in the store already.</summary>
    public void Load(JsonObject other)
    {
        Content = other;
        Read();
        Redrawn?.Invoke();
    }

    public void Redraw() => Redrawn?.Invoke();

    /// <summary>Reads the form anew.</summary>
    /// <param name="others">Problems that only the store can find.</param>
    public void Read(IReadOnlyList<Problem>? others = null)
    {
        var reading = FormReader.Read(kind, code, Content);
        (Record, unreadable) = (reading.Record, reading.Unreadable);
        Problems = others ?? reading.Problems;
        ProblemsChanged?.Invoke();
    }

    /// <summary>Whether the editor wants to hand in and sees everything that is missing.</summary>
    public bool IsShowingAll => showsAll;

    /// <summary>From now on, shows every problem there is.</summary>
    public void ShowAll()
    {
        showsAll = true;
        ProblemsChanged?.Invoke();
    }

    /// <summary>What is wrong with this field itself; null when nothing is, or the editor has not come to it yet.</summary>
    public string? ErrorAt(string path) => Shown.FirstOrDefault(p => p.Field == path)?.Message;

    /// <summary>Whether a field belongs to what stands at the path.</summary>
    public static bool IsWithin(string field, string path) =>
        field.StartsWith(path, StringComparison.Ordinal) && (field.Length == path.Length || field[path.Length] is '.' or '[');
}

using System.Buffers.Binary;
using System.Text;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>What kind of frame; the numbers are those of <c>RenderTreeFrameType</c>.</summary>
internal enum FrameKind
{
    Element = 1,
    Text = 2,
    Attribute = 3,
    Component = 4,
    Region = 5,
    Markup = 8,
}

/// <summary>What kind of edit; the numbers are those of <c>RenderTreeEditType</c>.</summary>
internal enum EditKind
{
    PrependFrame = 1,
    RemoveFrame = 2,
    SetAttribute = 3,
    RemoveAttribute = 4,
    UpdateText = 5,
    StepIn = 6,
    StepOut = 7,
    UpdateMarkup = 8,
    PermutationListEntry = 9,
    PermutationListEnd = 10,
}

/// <summary>One edit of a component's tree.</summary>
/// <param name="Other">The frame that it brings, or the place that it moves to.</param>
internal readonly record struct TreeEdit(EditKind Kind, int Sibling, int Other, string? Name);

/// <summary>
/// Reads one render batch as a circuit sends it: entries of fixed size, with the tables' places in the last 20 bytes and strings by number
/// (the format of ASP.NET Core's <c>RenderBatchWriter</c>).
/// </summary>
internal sealed class RenderBatch(byte[] data)
{
    private const int FrameSize = 20;
    private const int EditSize = 16;

    private int Components => Int(data.Length - 20);
    private int Frames => Int(data.Length - 16);
    private int Disposed => Int(data.Length - 12);
    private int Strings => Int(data.Length - 4);

    /// <summary>The components that changed, each with its edits.</summary>
    public IEnumerable<(int Component, List<TreeEdit> Edits)> Updates()
    {
        var count = Int(Components);
        for (var i = 0; i < count; i++)
        {
            var at = Int(Components + 4 + (4 * i));
            var edits = new List<TreeEdit>(Int(at + 4));
            for (var e = 0; e < Int(at + 4); e++)
            {
                var place = at + 8 + (EditSize * e);
                edits.Add(new TreeEdit((EditKind)Int(place), Int(place + 4), Int(place + 8), Text(Int(place + 12))));
            }
            yield return (Int(at), edits);
        }
    }

    /// <summary>The components that are gone.</summary>
    public IEnumerable<int> Gone()
    {
        for (var i = 0; i < Int(Disposed); i++)
            yield return Int(Disposed + 4 + (4 * i));
    }

    public FrameKind KindOf(int frame) => (FrameKind)Int(At(frame));

    /// <summary>For elements, components and regions: how many frames belong to it, itself included.</summary>
    public int LengthOf(int frame) => Int(At(frame) + 4);

    public int ComponentOf(int frame) => Int(At(frame) + 8);

    public string? ElementNameOf(int frame) => Text(Int(At(frame) + 8));

    /// <summary>The content of a text or markup frame.</summary>
    public string ContentOf(int frame) => Text(Int(At(frame) + 4)) ?? "";

    public (string Name, string? Value, ulong Handler) AttributeOf(int frame) =>
        (Text(Int(At(frame) + 4)) ?? "", Text(Int(At(frame) + 8)), BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(At(frame) + 12)));

    private int At(int frame) => Frames + 4 + (FrameSize * frame);

    private int Int(int place) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(place));

    private string? Text(int number)
    {
        if (number < 0)
            return null;
        var place = Int(Strings + (4 * number));
        var (length, shift) = (0, 0);
        for (; ; shift += 7)
        {
            var part = data[place++];
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0)
                return Encoding.UTF8.GetString(data, place, length);
        }
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionTracker.Benchmarks.Desk;

/// <summary>Who answers an event of an element.</summary>
/// <param name="Id">The server's number for it; another one after some renderings.</param>
/// <param name="Component">The component that drew the element.</param>
internal readonly record struct EventHandler(ulong Id, int Component);

/// <summary>An element, a text, or the place of a component in the page.</summary>
internal sealed class PageNode
{
    public PageNode? Parent { get; set; }

    /// <summary>Null for texts and components.</summary>
    public string? Element { get; init; }

    public string? Text { get; set; }

    public Dictionary<string, string?> Attributes { get; } = [];

    /// <summary>The event handlers by the names of their attributes: <c>oninput</c>.</summary>
    public Dictionary<string, EventHandler> Handlers { get; } = [];

    public List<PageNode> Children { get; } = [];

    /// <summary>It and everything in it, in the order of the page.</summary>
    public IEnumerable<PageNode> All()
    {
        var left = new Stack<PageNode>([this]);
        while (left.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
                left.Push(node.Children[i]);
        }
    }

    /// <summary>Everything that it says.</summary>
    public string Words()
    {
        var words = new StringBuilder();
        foreach (var node in All())
            words.Append(node.Text);
        return words.ToString();
    }
}

/// <summary>What a circuit has drawn so far, kept up to date from its render batches as a browser would.</summary>
internal sealed partial class PageTree
{
    private readonly Dictionary<int, PageNode> components = [];

    /// <summary>The first node for which this holds; null when there is none.</summary>
    public PageNode? Find(Func<PageNode, bool> holds) =>
        components.Values.Where(c => c.Parent is null).SelectMany(c => c.All()).FirstOrDefault(holds);

    /// <summary>The element with this id; null when there is none.</summary>
    public PageNode? ById(string id) => Find(n => n.Attributes.GetValueOrDefault("id") == id);

    public string Words() => string.Join('\n', components.Values.Where(c => c.Parent is null).Select(c => c.Words()));

    public void Apply(RenderBatch batch)
    {
        foreach (var (component, edits) in batch.Updates())
            Apply(batch, component, edits);
        foreach (var gone in batch.Gone())
            components.Remove(gone);
    }

    private PageNode ComponentNode(int component)
    {
        if (!components.TryGetValue(component, out var node))
            components[component] = node = new PageNode();
        return node;
    }

    private void Apply(RenderBatch batch, int component, List<TreeEdit> edits)
    {
        var parent = ComponentNode(component);
        var moves = new List<(int From, int To)>();
        foreach (var edit in edits)
        {
            switch (edit.Kind)
            {
                case EditKind.PrependFrame:
                    Insert(batch, component, parent, edit.Sibling, edit.Other);
                    break;
                case EditKind.RemoveFrame:
                    parent.Children.RemoveAt(edit.Sibling);
                    break;
                case EditKind.SetAttribute:
                    SetAttribute(component, parent.Children[edit.Sibling], batch.AttributeOf(edit.Other));
                    break;
                case EditKind.RemoveAttribute:
                    parent.Children[edit.Sibling].Attributes.Remove(edit.Name!);
                    parent.Children[edit.Sibling].Handlers.Remove(edit.Name!);
                    break;
                case EditKind.UpdateText or EditKind.UpdateMarkup:
                    parent.Children[edit.Sibling].Text = WordsOf(batch, edit.Other);
                    break;
                case EditKind.StepIn:
                    parent = parent.Children[edit.Sibling];
                    break;
                case EditKind.StepOut:
                    parent = parent.Parent!;
                    break;
                case EditKind.PermutationListEntry:
                    moves.Add((edit.Sibling, edit.Other));
                    break;
                case EditKind.PermutationListEnd:
                    Permute(parent, moves);
                    moves.Clear();
                    break;
                default:
                    throw new InvalidDataException($"A render batch has an edit of the kind {edit.Kind}.");
            }
        }
    }

    /// <summary>Inserts a frame with all that belongs to it; returns how many children the parent has got.</summary>
    private int Insert(RenderBatch batch, int drawer, PageNode parent, int at, int frame)
    {
        switch (batch.KindOf(frame))
        {
            case FrameKind.Element:
                var element = new PageNode { Element = batch.ElementNameOf(frame), Parent = parent };
                parent.Children.Insert(at, element);
                InsertAll(batch, drawer, element, 0, frame + 1, frame + batch.LengthOf(frame));
                return 1;
            case FrameKind.Component:
                var component = ComponentNode(batch.ComponentOf(frame));
                component.Parent = parent;
                parent.Children.Insert(at, component);
                return 1;
            case FrameKind.Region:
                return InsertAll(batch, drawer, parent, at, frame + 1, frame + batch.LengthOf(frame));
            case FrameKind.Text or FrameKind.Markup:
                parent.Children.Insert(at, new PageNode { Text = WordsOf(batch, frame), Parent = parent });
                return 1;
            case FrameKind.Attribute:
                SetAttribute(drawer, parent, batch.AttributeOf(frame));
                return 0;
            default:
                return 0; // captures of references draw nothing
        }
    }

    private int InsertAll(RenderBatch batch, int drawer, PageNode parent, int at, int from, int to)
    {
        var first = at;
        for (var frame = from; frame < to; frame++)
        {
            at += Insert(batch, drawer, parent, at, frame);
            if (batch.KindOf(frame) is FrameKind.Element or FrameKind.Component or FrameKind.Region)
                frame += batch.LengthOf(frame) - 1;
        }
        return at - first;
    }

    /// <summary>Markup that never changes in part comes as HTML; what it says is enough here, for nobody listens in it.</summary>
    private static string WordsOf(RenderBatch batch, int frame) =>
        batch.KindOf(frame) is FrameKind.Markup ? WebUtility.HtmlDecode(Tag().Replace(batch.ContentOf(frame), "")) : batch.ContentOf(frame);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    private static void SetAttribute(int drawer, PageNode element, (string Name, string? Value, ulong Handler) attribute)
    {
        if (attribute.Handler != 0)
            element.Handlers[attribute.Name] = new EventHandler(attribute.Handler, drawer);
        else
            element.Attributes[attribute.Name] = attribute.Value;
    }

    private static void Permute(PageNode parent, List<(int From, int To)> moves)
    {
        var moved = moves.ConvertAll(m => (m.To, Node: parent.Children[m.From]));
        foreach (var (to, node) in moved)
            parent.Children[to] = node;
    }
}

namespace CoalitionTracker.Data;

/// <summary>The rules that a pledge must keep, wherever it comes from.</summary>
internal static class PledgeRules
{
    public static IEnumerable<Problem> Check(Pledge pledge) =>
        [.. CheckWho(pledge), .. CheckHowMuch(pledge), .. CheckWhen(pledge), .. CheckHistory(pledge), .. CheckRivals(pledge)];

    private static IEnumerable<Problem> CheckWho(Pledge pledge)
    {
        if (string.IsNullOrWhiteSpace(pledge.Title))
            yield return new Problem("title", $"A title has 1 to {Record.TitleMaxLength} characters.");
        if (string.IsNullOrWhiteSpace(pledge.Summary))
            yield return new Problem("summary", $"A summary has 1 to {Record.TextMaxLength} characters.");
        if (!pledge.Parties.Any(p => p.Role is PledgePartyRole.Pledger))
            yield return new Problem("parties", "Name at least one country that pledges; COW for the coalition when its members are not named.");
        foreach (var twice in pledge.Parties.GroupBy(p => p.Country).Where(g => g.Count() > 1))
            yield return new Problem("parties", $"{twice.Key} is named twice.");
    }

    private static IEnumerable<Problem> CheckHowMuch(Pledge pledge)
    {
        foreach (var problem in pledge.Money?.Check("money") ?? [])
            yield return problem;
        foreach (var problem in pledge.Quantity?.Check("quantity") ?? [])
            yield return problem;
        if (pledge.Instalments.Count > 0 && pledge.Money?.Currency is null)
            yield return new Problem("instalments", "Instalments need an amount with a currency.");
        for (var i = 0; i < pledge.Instalments.Count; i++)
        {
            var (instalment, path) = (pledge.Instalments[i], $"instalments[{i}]");
            if (instalment.Min > instalment.Max)
                yield return new Problem($"{path}.max", "The maximum must not be below the minimum.");
            if (instalment.Year < pledge.Term.Earliest?.Year || instalment.Year > pledge.Term.Latest?.Year)
                yield return new Problem($"{path}.year", $"{instalment.Year} is outside the term {pledge.Term}.");
        }
    }

    private static IEnumerable<Problem> CheckWhen(Pledge pledge)
    {
        if (pledge.Deadline.Latest < pledge.Announced.Earliest)
            yield return new Problem("deadline", $"The deadline {pledge.Deadline} is before the announcement {pledge.Announced}.");
    }

    private static IEnumerable<Problem> CheckHistory(Pledge pledge)
    {
        if (pledge.Levels.Count == 0)
            yield return new Problem("levels", "Say how binding it is: at least one level with its date.");
        if (pledge.Levels.Count > 1 && pledge.Levels.Any(c => !c.On.IsStated))
            yield return new Problem("levels", "With more than one level, each needs a date.");
        if (pledge.Deliveries.Count > 1 && pledge.Deliveries.Any(c => !c.On.IsStated))
            yield return new Problem("deliveries", "With more than one state of delivery, each needs a date.");
        foreach (var twice in pledge.Conditions.GroupBy(c => (c.Kind, c.Country, c.Words)).Where(g => g.Count() > 1))
            yield return new Problem("conditions", $"The condition \"{twice.Key.Kind.Label()}\" stands twice.");
        for (var i = 0; i < pledge.Conditions.Count; i++)
        {
            if (
                pledge.Conditions[i].Country is { Length: > 0 } only
                && pledge.Parties.All(p => p.Country != only || p.Role is not PledgePartyRole.Pledger)
            )
                yield return new Problem($"conditions[{i}].country", $"{only} is not among those who pledge.");
        }
        if (pledge.Relations.Any(r => r.Pledge == pledge.Code))
            yield return new Problem("relations", "A pledge does not relate to itself.");
    }

    private static IEnumerable<Problem> CheckRivals(Pledge pledge)
    {
        for (var i = 0; i < pledge.Rivals.Count; i++)
        {
            var (rival, path) = (pledge.Rivals[i], $"rivals[{i}]");
            if (string.IsNullOrWhiteSpace(rival.Claim) || string.IsNullOrWhiteSpace(rival.By) || string.IsNullOrWhiteSpace(rival.Field))
                yield return new Problem(path, "A rival claim says what is claimed (claim), of which field (field), and by whom (by).");
            foreach (var problem in rival.Money?.Check($"{path}.money") ?? [])
                yield return problem;
            foreach (var problem in rival.Quantity?.Check($"{path}.quantity") ?? [])
                yield return problem;
        }
        if (pledge.Rivals.Count(r => r.Verdict is Verdict.Preferred) > 1)
            yield return new Problem("rivals", "At most one rival claim is preferred.");
    }

    /// <summary>
    /// A pledge that counts as signed or ratified needs a document: the agreement that it stands under, or a source of a kind that can show it.
    /// </summary>
    public static Problem? CheckDocument(Pledge pledge, IEnumerable<SourceKind> citedKinds)
    {
        if (!pledge.Levels.Any(c => c.Level is Level.Signed or Level.Ratified) || pledge.Agreement is not null)
            return null;
        var hasDocument = citedKinds.Any(k =>
            k is SourceKind.TreatyText or SourceKind.LawOrBudget or SourceKind.OfficialStatement or SourceKind.ParliamentRecord
        );
        return hasDocument
            ? null
            : new Problem(
                "levels",
                "Signed, ratified or budgeted needs a document: name the agreement, or cite a treaty text, law, budget, official statement or parliament record."
            );
    }
}

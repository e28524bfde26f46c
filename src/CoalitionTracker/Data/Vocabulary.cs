using System.ComponentModel.DataAnnotations;

namespace CoalitionTracker.Data;

/// <summary>What kind of record a page, a revision or a search result is about.</summary>
public enum RecordKind
{
    [Display(Name = "Country", GroupName = "Countries")]
    Country,

    [Display(Name = "Participation", GroupName = "Roles in the coalition")]
    Participation,

    [Display(Name = "Pledge", GroupName = "Pledges")]
    Pledge,

    [Display(Name = "Statement", GroupName = "Statements")]
    Statement,

    [Display(Name = "Agreement", GroupName = "Agreements")]
    Agreement,

    [Display(Name = "Source", GroupName = "Sources")]
    Source,

    [Display(Name = "Count", GroupName = "Counts")]
    Count,

    [Display(Name = "Event", GroupName = "Events")]
    Event,

    [Display(Name = "Country note", GroupName = "Country notes")]
    CountryNote,
}

/// <summary>Where a record stands between its author and the public.</summary>
public enum RecordState
{
    [Display(Name = "Draft", Description = "Being written; seen by editors only.")]
    Draft,

    [Display(
        Name = "In review",
        Description = "Waiting for a second pair of eyes, or its only source is doubtful. Left out of lists and totals unless asked for."
    )]
    InReview,

    [Display(Name = "Published", Description = "Reviewed and public.")]
    Published,

    [Display(Name = "Deprecated", Description = "Found to be wrong or replaced. Its page stays and says why.")]
    Deprecated,
}

/// <summary>A state that can pledge or speak, or an international organisation.</summary>
public enum CountryKind
{
    [Display(Name = "State")]
    State,

    [Display(Name = "Organisation")]
    Organisation,
}

/// <summary>A country's role in the coalition. Membership is not commitment.</summary>
public enum Role
{
    [Display(Name = "Lead", Description = "Chairs the coalition or one of its efforts.")]
    Lead,

    [Display(Name = "Participant", Description = "Takes part in the coalition's meetings or work; says nothing about a commitment.")]
    Participant,

    [Display(Name = "Observer", Description = "Follows the coalition's work without taking part.")]
    Observer,

    [Display(Name = "Not a member", Description = "Known not to take part.")]
    NotAMember,

    [Display(Name = "Disputed", Description = "Sources, or the country itself, disagree on whether it takes part.")]
    Disputed,
}

/// <summary>Where a rival claim stands against what the record says.</summary>
public enum Verdict
{
    [Display(Name = "Rival claim", Description = "Stands beside the record's figure; nobody has settled it.")]
    Rival,

    [Display(Name = "Preferred", Description = "The better supported of the rival figures.")]
    Preferred,

    [Display(Name = "Mistaken", Description = "The source is in error; shown so that nobody repeats it.")]
    Mistaken,
}

/// <summary>What a cited source does for the record.</summary>
public enum Stance
{
    [Display(Name = "Supports")]
    Supports,

    [Display(Name = "Contradicts")]
    Contradicts,

    [Display(Name = "Mistaken", Description = "The source reports the same fact and gets it wrong.")]
    Mistaken,
}

/// <summary>The grade of evidence of one citation. Totals count A and B unless the reader says otherwise.</summary>
public enum Grade
{
    [Display(Name = "A", Description = "Signed text, law or budget.")]
    A,

    [Display(Name = "B", Description = "Official statement by the pledger.")]
    B,

    [Display(Name = "C", Description = "Official statement by another party: the recipient, an ally, an organisation.")]
    C,

    [Display(Name = "D", Description = "Named-source media.")]
    D,

    [Display(Name = "E", Description = "Anonymous or leaked.")]
    E,
}

/// <summary>What kind of document a source is.</summary>
public enum SourceKind
{
    [Display(Name = "Treaty text")]
    TreatyText,

    [Display(Name = "Law or budget")]
    LawOrBudget,

    [Display(Name = "Official statement")]
    OfficialStatement,

    [Display(Name = "Parliament record")]
    ParliamentRecord,

    [Display(Name = "News")]
    News,

    [Display(Name = "Research")]
    Research,

    [Display(Name = "Data set")]
    DataSet,
}

/// <summary>With what authority a speaker spoke. A president, a minister, a general and an opposition leader are not the same.</summary>
public enum Authority
{
    [Display(Name = "Head of state")]
    HeadOfState,

    [Display(Name = "Head of government")]
    HeadOfGovernment,

    [Display(Name = "Minister")]
    Minister,

    [Display(Name = "Official or spokesperson")]
    Official,

    [Display(Name = "Military")]
    Military,

    [Display(Name = "Organisation's leader")]
    Organisation,

    [Display(Name = "Joint statement")]
    Joint,

    [Display(Name = "Opposition or member of parliament")]
    Parliamentarian,

    [Display(Name = "Publication")]
    Publication,

    [Display(Name = "Unnamed officials")]
    Unnamed,
}

/// <summary>What kind of text an agreement is.</summary>
public enum AgreementKind
{
    [Display(Name = "Bilateral security agreement")]
    Bilateral,

    [Display(Name = "Multilateral declaration")]
    Multilateral,

    [Display(Name = "Declaration of intent")]
    DeclarationOfIntent,
}

/// <summary>How far an agreement has come.</summary>
public enum AgreementState
{
    [Display(Name = "Negotiating")]
    Negotiating,

    [Display(Name = "Signed")]
    Signed,

    [Display(Name = "In force")]
    InForce,

    [Display(Name = "Expired")]
    Expired,
}

/// <summary>What a country says of one point of a text.</summary>
public enum PointStance
{
    [Display(Name = "Accepts")]
    Accepts,

    [Display(Name = "Rejects")]
    Rejects,

    [Display(Name = "Reserves its position")]
    Reserves,
}

/// <summary>What a count counts.</summary>
public enum CountUnit
{
    [Display(Name = "countries")]
    Countries,

    [Display(Name = "leaders")]
    Leaders,

    [Display(Name = "agreements")]
    Agreements,

    [Display(Name = "parties")]
    Parties,

    [Display(Name = "people")]
    People,
}

/// <summary>What kind of event.</summary>
public enum EventKind
{
    [Display(Name = "Meeting")]
    Meeting,

    [Display(Name = "Declaration")]
    Declaration,

    [Display(Name = "Deadline")]
    Deadline,

    [Display(Name = "Milestone")]
    Milestone,
}

/// <summary>Whether an event took place.</summary>
public enum EventState
{
    [Display(Name = "Took place")]
    TookPlace,

    [Display(Name = "Expected")]
    Expected,

    [Display(Name = "Did not take place")]
    DidNotTakePlace,

    [Display(Name = "Not known whether it took place")]
    Unknown,
}

/// <summary>What a note on a country's page says.</summary>
public enum CountryNoteKind
{
    [Display(Name = "Context")]
    Context,

    [Display(Name = "Never said", Description = "Looked for, and no position was found. Differs from a contribution that nobody has researched.")]
    NeverSaid,
}

using System;
using System.Collections.Generic;
using SeizureIntel.Workbench.Bulletins;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Everything that a reader may know of one seizure.</summary>
public sealed record SeizureAnswer
{
    /// <summary>Id of the seizure.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Who may read it, a TLP label.</summary>
    public required string Marking { get; init; }

    /// <summary>What is stated, in the template's order; a field above the reader's clearance is not there.</summary>
    public required IReadOnlyList<SeizureFieldAnswer> Fields { get; init; }

    /// <summary>Fields of the template about which nothing is stated.</summary>
    public required IReadOnlyList<string> NotStated { get; init; }

    /// <summary>What its words seem to say of heading or product where neither is stated, and what was decided on that.</summary>
    public required IReadOnlyList<ProposalAnswer> Proposals { get; init; }

    /// <summary>The stations of its route in the order of the movement.</summary>
    public required IReadOnlyList<RouteStation> Route { get; init; }

    /// <summary>Countries of the known stations in the order of the movement; fewer than two make no route.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Where it came from.</summary>
    public required SeizureOrigin Origin { get; init; }

    /// <summary>The other seizures of the same case.</summary>
    public required IReadOnlyList<RelatedSeizure> SameCase { get; init; }

    /// <summary>Seizures that may be the same one, reported again.</summary>
    public required IReadOnlyList<RelatedSeizure> Duplicates { get; init; }

    /// <summary>Seizures of other cases in which the same container or vessel was told of.</summary>
    public required IReadOnlyList<RelatedSeizure> SameConveyance { get; init; }

    /// <summary>The bulletins kept whose region, period and marking take it in, newest first.</summary>
    public required IReadOnlyList<BulletinEntry> Bulletins { get; init; }
}

/// <summary>A field of a seizure.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Label">Its English name.</param>
/// <param name="Values">Its values; one for most fields.</param>
public sealed record SeizureFieldAnswer(string Field, string Label, IReadOnlyList<SeizureValue> Values);

/// <summary>A value as understood, beside what was written.</summary>
/// <param name="Value">The code, the text, or the number or day in digits.</param>
/// <param name="Label">The same as people read it.</param>
/// <param name="Written">What the source wrote, screened; null where nothing but the value itself is kept.</param>
public sealed record SeizureValue(string Value, string Label, string? Written);

/// <summary>A station of a route.</summary>
/// <param name="Role">origin, departure, transit, discovery or destination.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, or a word such as UNKNOWN.</param>
/// <param name="CountryLabel">The country's English name.</param>
/// <param name="Place">Place as stated; null where none was.</param>
/// <param name="Written">What the source wrote of country and place; null where nothing was written.</param>
public sealed record RouteStation(string Role, string Country, string CountryLabel, string? Place, string? Written);

/// <summary>Where a seizure came from.</summary>
/// <param name="Submission">Id of the submission.</param>
/// <param name="File">Name of its file; null where the reader may not see the submission as a whole.</param>
/// <param name="ReceivedAt">When it was received, UTC; null as well.</param>
/// <param name="Sha256">SHA-256 of the bytes received; null as well.</param>
/// <param name="Row">The row that a spreadsheet shows (header = 1).</param>
/// <param name="Source">The reporting format.</param>
/// <param name="SourceTitle">Title of the format; null where this program does not know it any more.</param>
/// <param name="SourceEdition">Edition of the format; null as well.</param>
/// <param name="ListsEdition">Name of the code lists' contents by which the codes are read now.</param>
public sealed record SeizureOrigin(
    string Submission,
    string? File,
    DateTimeOffset? ReceivedAt,
    string? Sha256,
    int Row,
    string Source,
    string? SourceTitle,
    string? SourceEdition,
    string ListsEdition
);

/// <summary>Another seizure, in a line.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">Id of its case.</param>
/// <param name="Why">same_case, same_figures, same_reference, same_container or same_vessel.</param>
/// <param name="Says">Date, product and quantity in words.</param>
public sealed record RelatedSeizure(string Id, string CaseId, string Why, string Says);

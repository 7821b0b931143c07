using System;
using System.Collections.Generic;
using SeizureIntel.Workbench.State;

namespace SeizureIntel.Workbench.Administration;

/// <summary>How the system is, and of what versions.</summary>
/// <param name="Health">Store, index and what waits between them.</param>
/// <param name="Parts">Versions of what it is made of.</param>
/// <param name="Sources">Reporting formats known.</param>
/// <param name="CodeLists">Code lists with their editions.</param>
public sealed record SystemAnswer(
    HealthAnswer Health,
    IReadOnlyList<PartVersion> Parts,
    IReadOnlyList<SourceEdition> Sources,
    IReadOnlyList<ListEdition> CodeLists
);

/// <summary>A part with its version.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Version">Its version.</param>
public sealed record PartVersion(string Part, string Version);

/// <summary>A reporting format.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">As printed.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Submissions">Submissions read as it.</param>
/// <param name="LastReceivedAt">When the newest of them came; null for none.</param>
public sealed record SourceEdition(
    string Name,
    string Title,
    string Publisher,
    string Edition,
    int Submissions,
    DateTimeOffset? LastReceivedAt
);

/// <summary>A code list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Codes">Codes in it.</param>
/// <param name="Edition">Its edition; empty where its provenance says none.</param>
/// <param name="Status"><c>verified</c>, <c>reconstructed</c> or <c>unverified</c>; empty where nothing is said.</param>
public sealed record ListEdition(string Name, int Codes, string Edition, string Status);

using System.Collections.Generic;
using System.Text.Json.Nodes;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Workbench.Suggesting;

/// <summary>What was understood of a file of unknown shape.</summary>
/// <param name="File">Its name; absolute path where this machine read it.</param>
/// <param name="Verdict">Whether it is seizures, and whether enough was understood.</param>
/// <param name="Message">The verdict in words, with what to do.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="ReadAs">How the file was read: format, encoding, delimiter, sheet, header row.</param>
/// <param name="Columns">The columns, left to right.</param>
/// <param name="LookUps">Values that the code lists do not know, with the codes proposed.</param>
/// <param name="Constants">What holds for every row, by field.</param>
/// <param name="Missing">Fields without which no row can be kept and that no column gives.</param>
/// <param name="Notes">What else is worth knowing.</param>
/// <param name="Name">The draft's name; null where there is none.</param>
/// <param name="Source">The draft of its <c>source.json</c>; null where there is none.</param>
public sealed record SuggestionAnswer(
    string File,
    SuggestionVerdict Verdict,
    string Message,
    int Rows,
    IReadOnlyDictionary<string, string> ReadAs,
    IReadOnlyList<ColumnSuggestion> Columns,
    IReadOnlyList<LookUpProposal> LookUps,
    IReadOnlyDictionary<string, string> Constants,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Notes,
    string? Name,
    JsonNode? Source
);

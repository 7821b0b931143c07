using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>A question on a record.</summary>
public sealed record QuestionToAsk
{
    /// <summary>The record's row in its file.</summary>
    [Asked("Row of the record in its file, as a spreadsheet shows it", Shown = "n", Least = 1)]
    public int Row { get; init; }

    /// <summary>What is asked or answered.</summary>
    [Asked("What is asked, at most 1000 characters")]
    public string? Text { get; init; }
}

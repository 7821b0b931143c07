using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Completion;

/// <summary>What has been typed so far, and in which scope: the last word of the text is completed.</summary>
public sealed record CompletionQuery : FilterText
{
    /// <summary>Most offers, 1 to 50.</summary>
    [Asked("Most offers, 1 to 50", Shown = "n", Least = 1, Most = 50)]
    public int Size { get; init; } = 8;
}

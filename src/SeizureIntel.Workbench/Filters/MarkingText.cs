using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Filters;

/// <summary>Markings as users type them.</summary>
public static class MarkingText
{
    /// <summary>The marking of a text.</summary>
    /// <exception cref="Fault">There is none.</exception>
    public static Marking Require(string text) =>
        Markings.Find(text)
        ?? throw Fault.Usage("unknown_marking", $"There is no marking '{text}'.", $"It is one of {string.Join(", ", Markings.All)}.");
}

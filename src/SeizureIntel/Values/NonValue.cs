using System;

namespace SeizureIntel.Values;

/// <summary>The words that stand where a value is missing; each says why it is missing.</summary>
public static class NonValue
{
    /// <summary>The cell was blank, or the source has no such field.</summary>
    public const string NotStated = "NOT_STATED";

    /// <summary>The reporter says that it does not know.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>The question does not arise (a source's own "None" included).</summary>
    public const string NotApplicable = "NOT_APPLICABLE";

    /// <summary>The reporter knows and does not tell.</summary>
    public const string Withheld = "WITHHELD";

    /// <summary>Something was stated that the code list does not know; its text is kept and an issue is raised.</summary>
    public const string Unmapped = "UNMAPPED";

    /// <summary>True for each of the five words above.</summary>
    /// <param name="code">A code; never null.</param>
    public static bool Is(string code) =>
        code.Length >= 7
        && code[0] is 'N' or 'U' or 'W'
        && (
            string.Equals(code, NotStated, StringComparison.Ordinal)
            || string.Equals(code, Unknown, StringComparison.Ordinal)
            || string.Equals(code, NotApplicable, StringComparison.Ordinal)
            || string.Equals(code, Withheld, StringComparison.Ordinal)
            || string.Equals(code, Unmapped, StringComparison.Ordinal)
        );
}

using System.Collections.Generic;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>What one cell's text was understood to be; immutable, so that equal cells share one.</summary>
internal sealed record Reading
{
    /// <summary>Nothing was written.</summary>
    public static Reading Blank { get; } = new();

    /// <summary>The value of a field that holds one code.</summary>
    public Stated One { get; init; }

    /// <summary>The values of a field that holds several codes.</summary>
    public IReadOnlyList<Stated> Many { get; init; } = [];

    /// <summary>The words of a text field; for other fields what was written, where a later step needs it.</summary>
    public string? Words { get; init; }

    /// <summary>The number of a number field.</summary>
    public decimal? Number { get; init; }

    /// <summary>The date of a date field.</summary>
    public SeizureDate? Date { get; init; }

    /// <summary>What was not understood.</summary>
    public IReadOnlyList<(IssueCode Code, string? Text)> Issues { get; init; } = [];

    /// <summary>Values that belong to other fields, by slot.</summary>
    public IReadOnlyList<(int Slot, Stated Value)> Moved { get; init; } = [];

    /// <summary>True where nothing was stated: a constant of the source may stand in.</summary>
    public bool IsBlank =>
        One.Code == NonValue.NotStated && Many.Count == 0 && Words is null && Number is null && Date is null && Issues.Count == 0;

    /// <summary>A code understood, with what was written where that differs.</summary>
    public static Stated Known(string code, string text) => new(code, code == text ? null : text);

    /// <summary>A reading that is one issue and nothing else.</summary>
    public static Reading Problem(IssueCode code, string text) => new() { Words = text, Issues = [(code, text)] };
}

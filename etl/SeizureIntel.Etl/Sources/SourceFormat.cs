using System.Collections.Generic;

namespace SeizureIntel.Etl.Sources;

/// <summary>How the files of a source are written.</summary>
public sealed record SourceFormat
{
    /// <summary>Name of the text encoding, such as <c>windows-1250</c>, of files that are not UTF-8; null to tell it from their letters.</summary>
    public string? Encoding { get; init; }

    /// <summary>Character between cells; null to find it out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Decimal mark, <c>.</c> or <c>,</c>; null to find it out column by column.</summary>
    public string? DecimalMark { get; init; }

    /// <summary>Sheet of a workbook; null for those that hold the records.</summary>
    public string? Sheet { get; init; }

    /// <summary>The month in which fiscal years begin, 1 to 12, where dates are months of fiscal years; null where they are of the calendar. A year of
    /// one number is the one in which the fiscal year ends.</summary>
    public int? FiscalYearStart { get; init; }

    /// <summary>What separates several values of one cell.</summary>
    public IReadOnlyList<string> Separators { get; init; } = [";"];
}

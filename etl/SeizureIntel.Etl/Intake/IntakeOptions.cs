namespace SeizureIntel.Etl.Intake;

/// <summary>What a source's description says about its files, and the limits that keep a hostile file harmless.</summary>
public sealed class IntakeOptions
{
    /// <summary>The name of the text encoding (<c>windows-1251</c>, <c>iso-8859-1</c> …); null = found out from the bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the most probable encoding is taken where none can be told from the bytes, for a person to decide; else the file is refused.</summary>
    public bool GuessEncoding { get; init; }

    /// <summary>What separates the cells of a text file; null = found out from the first rows.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The name of the worksheet; null = the visible ones that hold the records.</summary>
    public string? Sheet { get; init; }

    /// <summary>The spreadsheet row (from 1) that holds the column names; null = found above the records.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The decimal separator, a point or a comma; null = found out from the first rows.</summary>
    public char? DecimalSeparator { get; init; }

    /// <summary>The longest line, and so the longest cell; characters, default 1 048 576.</summary>
    public int MaxLineCharacters { get; init; } = 1 << 20;

    /// <summary>The most columns; default 1 000.</summary>
    public int MaxColumns { get; init; } = 1000;

    /// <summary>The longest name of a column; characters, default 1 000. Every name is compared with many words.</summary>
    public int MaxNameCharacters { get; init; } = 1000;

    /// <summary>The largest decompressed file or workbook part; bytes, default 4 GiB.</summary>
    public long MaxUncompressedBytes { get; init; } = 4L << 30;

    /// <summary>How many times larger than its compressed form anything above 16 MiB may become; default 200.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>The most characters in a workbook's table of shared strings, which is held in memory; default 24 Mi.</summary>
    public int MaxSharedStringCharacters { get; init; } = 24 << 20;
}

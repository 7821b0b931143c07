namespace SeizureIntel.Search.Columns;

/// <summary>What the numbers of a column mean.</summary>
internal enum ColumnKind
{
    /// <summary>One code.</summary>
    Code,

    /// <summary>Several codes: a number names a list.</summary>
    Codes,

    /// <summary>Words, distinct texts in memory.</summary>
    Text,

    /// <summary>Words too long for memory: a number names a row of the file.</summary>
    LongText,

    /// <summary>A number or a date.</summary>
    Number,
}

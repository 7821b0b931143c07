namespace SeizureIntel.Etl.Screening;

/// <summary>What a column holds, by its source's description; it decides how its cells are screened.</summary>
public enum ColumnRole
{
    /// <summary>Dates, numbers, references with a form: screened only where they fail to parse.</summary>
    Typed,

    /// <summary>Words of a code list: screened only where the list does not know them.</summary>
    Coded,

    /// <summary>Names of places: titles and numbers prove no person there, a street address is cut to its town.</summary>
    Place,

    /// <summary>Narratives and remarks: what is personal is masked and the row is kept.</summary>
    FreeText,

    /// <summary>Listed as ignored; screened like any other cell, since the archive keeps it.</summary>
    Ignored,

    /// <summary>Not described; screened like any other cell.</summary>
    Unmapped,
}

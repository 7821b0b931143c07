namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a suggestion makes of a column.</summary>
public enum ColumnState
{
    /// <summary>It feeds a field.</summary>
    Understood,

    /// <summary>What it holds is known, and the record has no place for it.</summary>
    SetAside,

    /// <summary>Nothing is sure enough; it is left out until somebody says what it is.</summary>
    NotUnderstood,

    /// <summary>Its name announces persons, documents or conveyances; its cells are never read.</summary>
    Refused,
}

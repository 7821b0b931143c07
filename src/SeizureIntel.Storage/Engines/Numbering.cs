namespace SeizureIntel.Storage.Engines;

/// <summary>What is numbered by one writer after the other; writers of different kinds do not wait for each other.</summary>
internal enum Numbering
{
    /// <summary>Submissions and their cases; also held while the schema is changed.</summary>
    Submissions,

    /// <summary>Records of the audit log.</summary>
    Audit,
}

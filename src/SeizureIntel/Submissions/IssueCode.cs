namespace SeizureIntel.Submissions;

/// <summary>Why an issue was raised. In JSON and on screen the name is written in snake_case.</summary>
public enum IssueCode
{
    /// <summary>A column that the source's description neither maps nor ignores.</summary>
    UnknownColumn,

    /// <summary>A code or word that the field's code list does not know; kept as UNMAPPED with its text.</summary>
    UnknownCode,

    /// <summary>A unit that the code list does not know; no quantity is kept.</summary>
    UnknownUnit,

    /// <summary>A quantity without a unit; no quantity is kept.</summary>
    MissingUnit,

    /// <summary>A number was expected and not found.</summary>
    NotANumber,

    /// <summary>A quantity that is zero or negative; no quantity is kept.</summary>
    NotPositive,

    /// <summary>An optional date that cannot be read.</summary>
    BadDate,

    /// <summary>A date whose day and month could be swapped; read day first.</summary>
    AmbiguousDate,

    /// <summary>A date after the submission was received.</summary>
    FutureDate,

    /// <summary>A value far outside what its product shows; kept in counts, left out of quantity sums.</summary>
    Outlier,

    /// <summary>A unit that does not fit the product.</summary>
    UnitMismatch,

    /// <summary>A row equal in every cell to an earlier row of the file; kept and flagged.</summary>
    ExactDuplicate,

    /// <summary>A row that mends one refused before; what was kept of that one is replaced.</summary>
    MendedRow,

    /// <summary>A row that says it mends one, where the sender has no such refused row; it comes in as a new row.</summary>
    UnknownOrigin,

    /// <summary>A case reference that an earlier submission already used; kept and flagged.</summary>
    RepeatedCaseReference,

    /// <summary>Rows of one case that disagree about the case; the first row's value is kept for the case.</summary>
    CaseConflict,

    /// <summary>A field that no column states, read from the words of the account, as the source says it may be.</summary>
    ToldInWords,

    /// <summary>A value moved from one field to another because it belongs there (a concealment in the place column).</summary>
    MovedValue,

    /// <summary>A cell with a formula; its stored result was read.</summary>
    FormulaCell,

    /// <summary>Free text in which something personal was masked; the row is kept.</summary>
    Masked,

    /// <summary>A cell emptied by screening; the row is kept.</summary>
    Dropped,

    /// <summary>A whole column dropped by screening because its header names a person.</summary>
    DroppedColumn,

    /// <summary>Values of parallel cells that do not pair up.</summary>
    UnpairedValues,

    /// <summary>An amount that the source withheld or aggregated and that is not a figure.</summary>
    NotAFigure,

    /// <summary>A field, or a code of it, that goods of the row's heading do not have; kept.</summary>
    NotOfHeading,

    /// <summary>Two fields of the row that cannot both be true, such as a heading and a product of another heading.</summary>
    Contradiction,
}

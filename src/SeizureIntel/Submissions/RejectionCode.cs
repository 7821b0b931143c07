namespace SeizureIntel.Submissions;

/// <summary>The few causes that reject a row, and nothing else does. In JSON the name is written in snake_case.</summary>
public enum RejectionCode
{
    /// <summary>A cell outside free text holds personal data.</summary>
    NominalCell,

    /// <summary>No date that can be used (a range of years is none).</summary>
    NoUsableDate,

    /// <summary>Neither reporting country nor country, even after the source's constants.</summary>
    NoCountry,

    /// <summary>Neither heading nor product text.</summary>
    NoHeadingOrProduct,

    /// <summary>The number of cells does not fit the header.</summary>
    CellCount,
}

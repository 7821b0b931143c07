namespace SeizureIntel.Etl.Screening;

/// <summary>What screening did to a cell of a row that is kept.</summary>
public enum ScreenAction
{
    /// <summary>The personal part of a free text was replaced by its class in brackets.</summary>
    Masked,

    /// <summary>The cell, or the part of it that points to somebody, was removed.</summary>
    Dropped,
}

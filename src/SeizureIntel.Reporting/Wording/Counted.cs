namespace SeizureIntel.Reporting.Wording;

/// <summary>A number of cases, seizures or records on its way into a document. It has no text of its own: the edition says it, under its rule.</summary>
/// <param name="Value">How many; null where the study did not tell this audience.</param>
/// <param name="Of">What is counted, plural.</param>
public readonly record struct Counted(int? Value, string Of)
{
    /// <summary>What is counted, without the number: an interpolated text cannot tell it.</summary>
    public override string ToString() => Of;
}

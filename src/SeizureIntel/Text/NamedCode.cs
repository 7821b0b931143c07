namespace SeizureIntel.Text;

/// <summary>A code within a phrase: every language has its own name for it.</summary>
/// <param name="Field">The field that it is a code of; <c>field</c> for a field itself.</param>
/// <param name="Code">The code.</param>
/// <param name="Label">How English says it.</param>
public readonly record struct NamedCode(string Field, string Code, string Label)
{
    /// <summary>How English says it.</summary>
    public override string ToString() => Label;
}

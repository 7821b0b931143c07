namespace SeizureIntel.Proposals;

/// <summary>What a text seems to say of a field; it stands beside what was stated and counts nowhere until a person accepts it.</summary>
/// <param name="Field">The field's name in the template, such as <c>concealment</c>; or <see cref="Cases"/>.</param>
/// <param name="Code">A code of the field's list; UNMAPPED where the text states something that no code is known for; a number or words where the
/// field has no list, and a day without its year as <c>--04-27</c>.</param>
/// <param name="Probability">How often such a proposal is right, 0 to 1.</param>
/// <param name="Start">The first character of the words that say so, from 0.</param>
/// <param name="Length">Their length in characters, above 0.</param>
/// <param name="By">Who proposes: <c>lexicon</c>, or a model's name.</param>
/// <param name="Item">Which of the text's goods it belongs to, from 0; null where it belongs to the whole case.</param>
public sealed record Proposal(string Field, string Code, double Probability, int Start, int Length, string By, int? Item = null)
{
    /// <summary>Stands as field where a text says of how many cases it tells.</summary>
    public const string Cases = "cases";
}

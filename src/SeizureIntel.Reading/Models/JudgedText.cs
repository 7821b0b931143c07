using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Reading.Models;

/// <summary>A text as a model saw it that had not learned from its group.</summary>
/// <param name="Example">The text with what it is known to mean.</param>
/// <param name="Model">That model.</param>
/// <param name="Scores">The scores that it gave.</param>
/// <param name="Fold">The part of the groups that was left out.</param>
/// <param name="ByWords">The one code that the known words in it name; null where they name none, or several.</param>
internal sealed record JudgedText(TextExample Example, TextModel Model, double[] Scores, int Fold, string? ByWords)
{
    private readonly int _best = Array.IndexOf(Scores, Scores.Max());

    /// <summary>The likeliest code.</summary>
    public string Code => Model.Codes[_best];

    /// <summary>Its probability under a temperature.</summary>
    public double Probability(double temperature) => TextModel.Softmax(Scores, _best, temperature);

    /// <summary>The codes likelier than half under a temperature, the most general first.</summary>
    public IReadOnlyList<(string Code, double Probability)> Likely(double temperature) => Model.Tree.Likely(Scores, temperature);
}

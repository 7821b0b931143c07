namespace SeizureIntel.Reading.Models;

/// <summary>How a model does on a part of the texts.</summary>
/// <param name="Part">The group, language or code.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="Proposed">For how many it proposes something.</param>
/// <param name="Right">How many proposals are right.</param>
/// <param name="Precision">Right of proposed, 0 to 1; null where nothing is proposed.</param>
/// <param name="Recall">Right of all texts, 0 to 1.</param>
public sealed record CardRow(string Part, int Texts, int Proposed, int Right, double? Precision, double Recall);

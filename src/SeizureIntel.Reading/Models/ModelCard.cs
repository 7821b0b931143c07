using System.Collections.Generic;

namespace SeizureIntel.Reading.Models;

/// <summary>What a model is and how far to trust it; every figure is of texts from groups that it had not seen.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Field">The field that it proposes.</param>
/// <param name="Trained">When, UTC.</param>
/// <param name="Seed">The seed of its training; the same examples and seed give the same model.</param>
/// <param name="Examples">How many texts it learned from.</param>
/// <param name="Classes">How many codes it knows.</param>
/// <param name="Groups">The groups, left out one after the other for the figures.</param>
/// <param name="Threshold">It proposes nothing below this probability.</param>
/// <param name="Temperature">Divides its scores, so that the probabilities are honest.</param>
/// <param name="Precision">Share right of what it proposes, 0 to 1; null where it proposes nothing.</param>
/// <param name="Coverage">Share of texts for which it proposes something, 0 to 1.</param>
/// <param name="CalibrationError">Expected calibration error over ten classes of probability, 0 to 1.</param>
/// <param name="ByLanguage">The same by language.</param>
/// <param name="ByClass">The same by code; classes of fewer than five texts are left out.</param>
/// <param name="Reliability">Stated against realised probability.</param>
public sealed record ModelCard(
    string Name,
    string Field,
    System.DateTimeOffset Trained,
    int Seed,
    int Examples,
    int Classes,
    IReadOnlyList<string> Groups,
    double Threshold,
    double Temperature,
    double? Precision,
    double Coverage,
    double CalibrationError,
    IReadOnlyList<CardRow> ByLanguage,
    IReadOnlyList<CardRow> ByClass,
    IReadOnlyList<ReliabilityBin> Reliability
);

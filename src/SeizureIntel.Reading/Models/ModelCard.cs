using System;
using System.Collections.Generic;

namespace SeizureIntel.Reading.Models;

/// <summary>What a model is and how far to trust it; every figure is of texts from groups that neither the training nor the calibration had seen.</summary>
public sealed record ModelCard
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The field that it proposes.</summary>
    public required string Field { get; init; }

    /// <summary>When it was trained, UTC.</summary>
    public required DateTimeOffset Trained { get; init; }

    /// <summary>The seed of its training; the same examples and seed give the same model.</summary>
    public required int Seed { get; init; }

    /// <summary>How many texts it learned from.</summary>
    public int Examples { get; init; }

    /// <summary>How many codes it knows.</summary>
    public int Classes { get; init; }

    /// <summary>The groups, left out one after the other for the figures.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>It proposes nothing below this probability.</summary>
    public double Threshold { get; init; }

    /// <summary>Divides its scores, so that the probabilities are nearly honest.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>What the probabilities so divided are worth, lowest first; the threshold is one of them before.</summary>
    public IReadOnlyList<CalibrationStep> Calibration { get; init; } = [];

    /// <summary>Share right of what it proposes, 0 to 1; null where it proposes nothing.</summary>
    public double? Precision { get; init; }

    /// <summary>Share of texts for which it proposes something, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>Expected calibration error over ten classes of probability, 0 to 1.</summary>
    public double CalibrationError { get; init; }

    /// <summary>What the words of the other groups alone say of the same texts: what is proposed without a model.</summary>
    public CardRow? ByWords { get; init; }

    /// <summary>The model on the texts for which those words say nothing.</summary>
    public CardRow? BeyondWords { get; init; }

    /// <summary>The model by source, language of labels and part of the aliases.</summary>
    public IReadOnlyList<CardRow> ByGroup { get; init; } = [];

    /// <summary>The same by language.</summary>
    public IReadOnlyList<CardRow> ByLanguage { get; init; } = [];

    /// <summary>The same by code; classes of fewer than five texts are left out.</summary>
    public IReadOnlyList<CardRow> ByClass { get; init; } = [];

    /// <summary>Stated against realised probability.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];
}

using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A column while it is decided what it is.</summary>
internal sealed class ColumnDraft(ValueSigns signs, HeaderUnit unit, IReadOnlyList<FieldScore> scores, NominalKind? announced)
{
    public ValueSigns Signs { get; } = signs;

    public HeaderUnit Unit { get; } = unit;

    /// <summary>All fields, best first.</summary>
    public IReadOnlyList<FieldScore> Scores { get; } = scores;

    /// <summary>What the name announces that must not come in; null for nothing.</summary>
    public NominalKind? Announced { get; } = announced;

    public string Name => Signs.Profile.Name;

    /// <summary>The name as it may be shown and kept: one that could be a person's is masked.</summary>
    public string Shown { get; init; } = "";

    public string? Field { get; set; }

    public string? Also { get; set; }

    public double Confidence { get; set; }

    /// <summary>True where a person said what it is.</summary>
    public bool IsByHand { get; set; }

    /// <summary>Said beside the usual reason; null for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>Why it is set aside; null where it is not.</summary>
    public string? Aside { get; set; }

    /// <summary>True where it is a part of a field put together from several columns.</summary>
    public bool IsPart { get; set; }

    /// <summary>The column that holds the best field more surely; null for none.</summary>
    public string? Beaten { get; set; }

    public FieldScore Best => Scores[0];

    /// <summary>The best template field.</summary>
    public FieldScore BestField => Scores.First(s => !s.IsKnownAside);

    public double ProbabilityOf(string field) => ScoreOf(field).Probability;

    /// <summary>How plainly the name says a field, 0 to 1.</summary>
    public double StrengthOf(string field) => ScoreOf(field).Header.Strength;

    /// <summary>Takes a column out of the field that it was given.</summary>
    /// <param name="why">What stands against it.</param>
    public void LeaveOut(string why) => (Field, Confidence, Note) = (null, 0, why);

    private FieldScore ScoreOf(string field) => Scores.First(s => s.Field == field);
}

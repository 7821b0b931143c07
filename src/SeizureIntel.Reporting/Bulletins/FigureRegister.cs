using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Numbers the figures of a bulletin and the queries behind them, each query once.</summary>
internal sealed class FigureRegister(int suppressBelow)
{
    private readonly List<BulletinFigure> _figures = [];
    private readonly List<BulletinEvidence> _evidence = [];
    private readonly Dictionary<string, string> _idByQuery = new(StringComparer.Ordinal);

    public IReadOnlyList<BulletinFigure> Figures => _figures;

    public IReadOnlyList<BulletinEvidence> Evidence => _evidence;

    /// <summary>True while details are laid out that the print leaves out: their queries stay out as well.</summary>
    public bool IsScreenOnly { get; set; }

    /// <summary>A cell that prints the figure and links to its query; without evidence a plain cell.</summary>
    public BulletinCell Add(string label, string text, double? value, string unit, Known known, string method, Evidence? evidence)
    {
        if (evidence is null)
            return new BulletinCell(text);
        string id = "f" + (_figures.Count + 1).ToString(CultureInfo.InvariantCulture);
        _figures.Add(new BulletinFigure(id, label, text, value, unit, known, method, EvidenceId(label, evidence)));
        return new BulletinCell(text, id);
    }

    private string EvidenceId(string label, Evidence evidence)
    {
        string json = SeizureQueryJson.Write(evidence.Query);
        if (_idByQuery.TryGetValue(json, out string? known))
            return known;
        string id = "e" + (_evidence.Count + 1).ToString(CultureInfo.InvariantCulture);
        // The number of records would give away what the table does not print.
        int? count = evidence.Count > 0 && evidence.Count < suppressBelow ? null : evidence.Count;
        _evidence.Add(
            new BulletinEvidence(
                id,
                label,
                json,
                count,
                "./run search --query '" + json.Replace("'", @"'\''", StringComparison.Ordinal) + "'"
            )
            {
                IsScreenOnly = IsScreenOnly,
            }
        );
        _idByQuery.Add(json, id);
        return id;
    }
}

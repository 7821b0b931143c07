using System;
using System.Collections.Generic;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads a file's date and number columns through once, to decide per column what single cells leave open.</summary>
internal sealed class ColumnSurvey
{
    private readonly SourceMap _map;
    private readonly DecimalMark _stated;
    private readonly int[] _surveyed;
    private readonly (int DayFirst, int MonthFirst, int Point, int Comma)[] _counts;

    public ColumnSurvey(SourceMap map)
    {
        _map = map;
        _stated = map.Source.Format.DecimalMark switch
        {
            "." => DecimalMark.Point,
            "," => DecimalMark.Comma,
            _ => DecimalMark.Undecided,
        };
        _counts = new (int, int, int, int)[map.Fields.Count];
        var surveyed = new List<int>();
        for (int i = 0; i < map.Fields.Count; i++)
        {
            FieldKind kind = Slots.Field(map.Fields[i].Slot).Kind;
            if (kind == FieldKind.Date || (kind == FieldKind.Number && _stated == DecimalMark.Undecided))
                surveyed.Add(i);
        }

        _surveyed = [.. surveyed];
    }

    public void Add(IReadOnlyList<string> cells)
    {
        foreach (int i in _surveyed)
        {
            MappedField field = _map.Fields[i];
            string text = field.TextOf(cells);
            if (Slots.Field(field.Slot).Kind == FieldKind.Date)
            {
                // Most dates are ISO and tell nothing.
                if (text.Length < 8 || text[4] == '-')
                    continue;
                DateOrder order = DateText.Evidence(text);
                if (order == DateOrder.DayFirst)
                    _counts[i].DayFirst++;
                if (order == DateOrder.MonthFirst)
                    _counts[i].MonthFirst++;
            }
            else if (text.AsSpan().IndexOfAny(',', '.') >= 0)
            {
                DecimalMark mark = NumberText.Evidence(Prices.Figure(text));
                if (mark == DecimalMark.Point)
                    _counts[i].Point++;
                if (mark == DecimalMark.Comma)
                    _counts[i].Comma++;
            }
        }
    }

    /// <summary>Adds what another survey of the same file counted.</summary>
    public void Add(ColumnSurvey other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            (int dayFirst, int monthFirst, int point, int comma) = other._counts[i];
            _counts[i].DayFirst += dayFirst;
            _counts[i].MonthFirst += monthFirst;
            _counts[i].Point += point;
            _counts[i].Comma += comma;
        }
    }

    /// <summary>The signs of a mapped field; contradictory evidence decides nothing.</summary>
    public ColumnSigns Of(int field)
    {
        (int dayFirst, int monthFirst, int point, int comma) = _counts[field];
        DateOrder order =
            dayFirst > 0 && monthFirst == 0 ? DateOrder.DayFirst
            : monthFirst > 0 && dayFirst == 0 ? DateOrder.MonthFirst
            : DateOrder.Undecided;
        DecimalMark mark =
            _stated != DecimalMark.Undecided ? _stated
            : point > 0 && comma == 0 ? DecimalMark.Point
            : comma > 0 && point == 0 ? DecimalMark.Comma
            : DecimalMark.Undecided;
        return new ColumnSigns(order, mark);
    }
}

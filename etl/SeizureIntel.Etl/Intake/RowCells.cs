using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>The cells of one row as they come: blank ones cost nothing before another follows, and no row is wider or longer than allowed.</summary>
internal sealed class RowCells(IntakeOptions options)
{
    private readonly List<CellPool> _pools = [];
    private List<string> _cells = [];
    private List<int>? _formulas;
    private long _characters;
    private int _number;

    /// <summary>Where the next cell stands (from 0).</summary>
    public int Next { get; private set; }

    /// <summary>Begins a row.</summary>
    public void Begin(int number)
    {
        (_cells, _formulas, _characters, _number, Next) = ([], null, 0, number, 0);
    }

    /// <summary>Leaves columns blank; of columns beyond the limit it is enough to know that they are there.</summary>
    public void Pass(int columns) => Next = (int)System.Math.Min((long)Next + columns, options.MaxColumns);

    /// <summary>Adds a cell, as often as it is repeated.</summary>
    public void Add(string text, int times, bool isFormula)
    {
        if (text.Length == 0)
        {
            Pass(times);
            return;
        }

        if ((long)Next + times > options.MaxColumns)
            throw Unreadable.TooManyColumns(options.MaxColumns);
        _characters += (long)text.Length * times;
        if (_characters > options.MaxLineCharacters)
            throw Unreadable.TooLong(options.MaxLineCharacters, _number);
        while (_cells.Count < Next)
            _cells.Add(string.Empty);
        while (_pools.Count <= Next)
            _pools.Add(new CellPool());
        text = _pools[Next].Intern(text);
        for (int i = 0; i < times; i++)
        {
            _cells.Add(text);
            if (isFormula)
                (_formulas ??= []).Add(Next);
            Next++;
        }
    }

    /// <summary>The row; without cells where all are blank.</summary>
    public RawRow End() => new(_number, _cells, _formulas is not null) { FormulaColumns = _formulas ?? (IReadOnlyList<int>)[] };
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads rows of one file field by field.</summary>
internal sealed class RowNormaliser
{
    private readonly SourceMap _map;
    private readonly FieldReader[] _readers;
    private readonly Reading?[] _constants = new Reading?[Slots.Count];
    private readonly ProductTable _products;
    private readonly Quantities _quantities;
    private readonly List<int> _unpaired = [];
    private readonly FieldReader[][] _readersOf;
    private readonly bool[] _isItemField;
    private readonly int[] _constantSlots;
    private readonly HeadingFields _schema;
    private readonly int[] _limited;
    private readonly ToldFields? _told;
    private Reading?[]? _spare;

    /// <summary>Makes the readers of a file.</summary>
    /// <param name="map">The source's description laid over the file's columns.</param>
    /// <param name="lists">The code lists.</param>
    /// <param name="survey">What the columns as a whole tell.</param>
    /// <param name="reporterDefault">Reporting country where neither row nor source states one; null for none.</param>
    /// <param name="reader">Reads the accounts of sources that fill fields by them; null for none.</param>
    /// <exception cref="InvalidDataException">A constant or look-up of the source names a code that the field's list does not have.</exception>
    public RowNormaliser(SourceMap map, CodeListSet lists, ColumnSurvey survey, string? reporterDefault, ITextReader? reader = null)
    {
        _map = map;
        _products = new ProductTable(Lists.Find(lists, "products"), Lists.Find(lists, "headings"));
        _quantities = new Quantities(new UnitTable(Lists.Find(lists, "units")), _products, Lists.Find(lists, "units"));
        _schema = new HeadingFields(lists);
        _told = map.Source.Told.Count > 0 && reader is not null ? new ToldFields(reader, map.Source.Told) : null;
        _limited = [.. _schema.Limited.Select(Slots.Of)];
        _readers = new FieldReader[map.Fields.Count];
        for (int i = 0; i < _readers.Length; i++)
            _readers[i] = new FieldReader(map.Fields[i], lists, survey.Of(i), map.Source.Format.Separators);
        _readersOf =
        [
            .. map.Columns.Select((_, column) => _readers.Where(r => r.Field.Cells.Length == 1 && r.Field.Cells[0] == column).ToArray()),
        ];
        _isItemField = [.. _readers.Select(r => r.Field.Cells.Any(map.ItemColumns.Contains))];
        if (reporterDefault is not null)
            SetConstant("reporting_country", reporterDefault, lists);
        foreach ((string field, string value) in map.Source.Constants)
            SetConstant(field, value, lists);
        _constantSlots = [.. Enumerable.Range(0, _constants.Length).Where(s => _constants[s] is not null)];
    }

    /// <summary>Reads a row whose cell count fits the header.</summary>
    public SeizureDraft Read(int row, IReadOnlyList<string> cells, IReadOnlySet<int>? withheldColumns)
    {
        var issues = new List<Issue>();
        IReadOnlyList<IReadOnlyList<string>> items = _map.Items(cells, _unpaired);
        foreach (int column in _unpaired)
            issues.Add(new Issue(row, _map.FieldOf(column), IssueCode.UnpairedValues, null));
        var drafts = new ItemDraft[items.Count];
        for (int i = 0; i < drafts.Length; i++)
            drafts[i] = ReadItem(row, items[i], i, items.Count == 1, issues, withheldColumns);
        return new SeizureDraft(row, drafts, issues);
    }

    /// <summary>Takes the room of a draft back for the next row; the draft is not looked at again.</summary>
    public void Reuse(SeizureDraft draft)
    {
        _spare = draft.Items[0].Fields;
        Array.Clear(_spare);
    }

    /// <summary>Whether a cell is fully understood, so that it holds a code, a date or a number and nothing else.</summary>
    /// <param name="column">Its position.</param>
    /// <param name="text">The cell.</param>
    public bool Parses(int column, string text)
    {
        if (column >= _readersOf.Length)
            return false;
        foreach (FieldReader reader in _readersOf[column])
        {
            if (!reader.Parses(text))
                return false;
        }

        return _readersOf[column].Length > 0;
    }

    private ItemDraft ReadItem(
        int row,
        IReadOnlyList<string> cells,
        int item,
        bool isOnly,
        List<Issue> issues,
        IReadOnlySet<int>? withheldColumns
    )
    {
        Reading?[] fields = _spare ?? new Reading?[Slots.Count];
        _spare = null;
        var draft = new ItemDraft(fields);
        for (int i = 0; i < _readers.Length; i++)
        {
            FieldReader reader = _readers[i];
            int slot = reader.Field.Slot;
            Reading reading = reader.Read(reader.Field.TextOf(cells));
            if (ReferenceEquals(reading, Reading.Blank))
                continue;
            // Of two columns for one field the first that says something counts.
            if (fields[slot] is null or { IsBlank: true })
                fields[slot] = reading;
            if (item > 0 && !_isItemField[i])
                continue;
            bool isWithheld = withheldColumns is not null && withheldColumns.Contains(reader.Field.Cells[0]);
            foreach ((IssueCode code, string? text) in reading.Issues)
                issues.Add(new Issue(row, reader.Field.Name, code, isWithheld ? null : text));
            foreach ((int to, Stated value) in reading.Moved)
            {
                (draft.Moved ??= []).Add((to, value));
                issues.Add(new Issue(row, reader.Field.Name, IssueCode.MovedValue, isWithheld ? null : value.Text ?? value.Code));
            }
        }

        if (draft.Moved is not null)
            Move(draft);
        foreach (int slot in _constantSlots)
        {
            if (fields[slot] is null or { IsBlank: true })
                fields[slot] = _constants[slot];
        }

        if (isOnly)
            _told?.Fill(row, fields, issues);
        ReadProduct(row, draft, issues);
        ReadQuantities(row, draft, issues);
        Check(row, draft, issues);
        return draft;
    }

    // A calibre of cigarettes: one of the two is wrong, and the row says which row it is.
    private void Check(int row, ItemDraft draft, List<Issue> issues)
    {
        if (!draft.Heading.IsKnown)
            return;
        foreach (int slot in _limited)
        {
            if (draft.Fields[slot] is not { IsBlank: false } stated || ReferenceEquals(stated, _constants[slot]))
                continue;
            string field = Slots.Field(slot).Name;
            string heading = draft.Heading.Code;
            if (!_schema.Has(field, heading) || (stated.One.IsKnown && !_schema.Has(field, stated.One.Code, heading)))
                issues.Add(new Issue(row, field, IssueCode.NotOfHeading, heading));
        }
    }

    // A moved value never overrides what the field's own column says.
    private static void Move(ItemDraft draft)
    {
        foreach ((int slot, Stated value) in draft.Moved!)
        {
            Reading? own = draft.Fields[slot];
            if (Slots.Field(slot).Kind == FieldKind.Codes)
            {
                var all = new List<Stated>(own?.Many ?? []);
                if (
                    !all.Exists(v =>
                        v.Code == value.Code || (v.IsKnown && v.Code.StartsWith(value.Code + ".", System.StringComparison.Ordinal))
                    )
                )
                    all.Add(value);
                draft.Fields[slot] = new Reading { Many = all };
            }
            else if (own is null or { IsBlank: true })
            {
                draft.Fields[slot] = new Reading { One = value };
            }
        }
    }

    private void ReadProduct(int row, ItemDraft draft, List<Issue> issues)
    {
        draft.Product = draft.One(Slots.Product);
        Stated stated = draft.One(Slots.Heading);
        string? derived = draft.Product.IsKnown ? _products.HeadingOf(draft.Product.Code) : null;
        draft.Heading =
            derived is null ? stated
            : stated.Code == derived ? stated
            : new Stated(derived, null);
        // A constant of the source is a default and contradicts nothing.
        bool isOwn = !ReferenceEquals(draft.Fields[Slots.Heading], _constants[Slots.Heading]);
        if (derived is not null && stated.IsKnown && isOwn && stated.Code != derived)
        {
            draft.Heading = new Stated(derived, stated.Text ?? stated.Code);
            issues.Add(new Issue(row, "heading", IssueCode.Contradiction, stated.Text ?? stated.Code));
        }
    }

    private void ReadQuantities(int row, ItemDraft draft, List<Issue> issues)
    {
        QuantityReading first = ReadQuantity(row, draft, Slots.Quantity, Slots.Unit, issues);
        draft.Quantity = first.Quantity;
        draft.QuantityText = first.Written;
        draft.HasUnitMismatch = first.Issue == IssueCode.UnitMismatch && first.Quantity is not null;
        if (draft.Fields[Slots.Quantity2] is not null)
            draft.Quantity2 = ReadQuantity(row, draft, Slots.Quantity2, Slots.Unit2, issues).Quantity;
        if (draft.Fields[Slots.Value] is { Number: { } value })
            draft.Value = Money.Read(row, value, draft.One(Slots.Currency), draft.One(Slots.Value), issues);
    }

    private QuantityReading ReadQuantity(int row, ItemDraft draft, int amount, int unit, List<Issue> issues)
    {
        if (draft.Fields[amount] is not { } number)
            return default;
        QuantityReading read = _quantities.Read(number, draft.Fields[unit] ?? Reading.Blank, draft.Product.Code, draft.Heading.Code);
        if (read.Issue is { } issue)
            issues.Add(
                new Issue(
                    row,
                    Slots.Field(read.IsOnUnit ? unit : amount).Name,
                    issue,
                    issue is IssueCode.UnitMismatch or IssueCode.UnknownUnit or IssueCode.NotPositive ? read.Written : null
                )
            );
        return read;
    }

    private void SetConstant(string field, string value, CodeListSet lists)
    {
        var mapped = new MappedField
        {
            Slot = Slots.Of(field),
            Cells = [0],
            Values = new Dictionary<string, ValueTarget>(),
        };
        Reading reading = new FieldReader(mapped, lists, default, _map.Source.Format.Separators).Read(value);
        if (reading.Issues.Count > 0)
            throw new InvalidDataException($"Source {_map.Source.Name}: the constant '{value}' of {field} is not understood.");
        _constants[Slots.Of(field)] = reading;
    }
}

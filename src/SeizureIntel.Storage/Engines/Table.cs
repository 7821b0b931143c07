using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SeizureIntel.Storage.Engines;

/// <summary>A table as the model describes it: its name and columns, taken once from the metadata, so that bulk paths and model cannot disagree.</summary>
internal sealed class Table<TRow>
{
    private readonly StoredColumn<TRow>[] _columns;

    private Table(string name, StoredColumn<TRow>[] columns, IReadOnlyList<string> key)
    {
        Name = name;
        Key = key;
        _columns = columns;
        Columns = [.. columns.Select(c => c.Name)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string> Key { get; }

    /// <summary>The rows whose first key column lies between <c>@first</c> and <c>@last</c>, in the order of the key.</summary>
    public string SelectRange =>
        $"SELECT {Quoted(Columns)} FROM \"{Name}\" WHERE \"{Key[0]}\" BETWEEN @first AND @last ORDER BY {Quoted(Key)}";

    public static Table<TRow> Of(IModel model)
    {
        IEntityType entity = model.FindEntityType(typeof(TRow))!;
        StoreObjectIdentifier table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = new List<StoredColumn<TRow>>();
        foreach (PropertyInfo property in typeof(TRow).GetProperties())
        {
            columns.Add(StoredColumn<TRow>.Of(entity.FindProperty(property)!.GetColumnName(table)!, property));
        }

        return new(table.Name, [.. columns], [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName(table)!)]);
    }

    public void Insert(RowSink sink, TRow row)
    {
        for (int i = 0; i < _columns.Length; i++)
            _columns[i].Write(sink, i, row);
        sink.Insert();
    }

    public void Read(RowSource source, TRow row)
    {
        for (int i = 0; i < _columns.Length; i++)
            _columns[i].Read(source, i, row);
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));
}

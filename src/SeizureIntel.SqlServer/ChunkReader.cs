using System;
using System.Collections;
using System.Data.Common;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.SqlServer;

/// <summary>The rows of a chunk as <see cref="Microsoft.Data.SqlClient.SqlBulkCopy"/> reads them: forward, a value at a time.</summary>
internal sealed class ChunkReader<TRow>(Table<TRow> table, ArraySegment<TRow> rows) : DbDataReader
    where TRow : class
{
    private readonly RowValues _values = new(table.Columns.Count);
    private int _at = -1;

    public override int FieldCount => table.Columns.Count;

    public override bool HasRows => rows.Count > 0;

    public override int Depth => 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (++_at >= rows.Count)
            return false;
        _values.Clear();
        table.Insert(_values, rows[_at]);
        return true;
    }

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => _values.Of(ordinal);

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override string GetName(int ordinal) => table.Columns[ordinal];

    public override int GetOrdinal(string name)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == name)
                return i;
        }

        throw new ArgumentException($"Table {table.Name} has no column {name}.", nameof(name));
    }

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override Type GetFieldType(int ordinal) => GetValue(ordinal).GetType();

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("No table has a column of bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Texts are read whole.");
}

using System;
using System.Data.Common;
using System.Globalization;
using System.Text;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.SqlServer;

/// <summary>A query over a range of numbers, read as the server sends it.</summary>
internal sealed class SqlServerRowSource : RowSource
{
    private readonly DbCommand _command;
    private readonly DbParameter? _first;
    private readonly DbParameter? _last;
    private DbDataReader? _reader;

    public SqlServerRowSource(DbCommand command)
    {
        _command = command;
        _first = Parameter("@first");
        _last = Parameter("@last");
    }

    public override void Start(long first, long last)
    {
        _reader?.Dispose();
        _first?.Value = first;
        _last?.Value = last;
        _reader = _command.ExecuteReader();
    }

    public override bool Next() => _reader!.Read();

    public override bool IsNull(int column) => _reader!.IsDBNull(column);

    public override string Text(int column) => _reader!.GetString(column);

    public override ReadOnlySpan<byte> Utf8(int column) => Encoding.UTF8.GetBytes(Text(column));

    // int, bigint and bit alike.
    public override long Integer(int column) => Convert.ToInt64(_reader!.GetValue(column), CultureInfo.InvariantCulture);

    public override double Real(int column) => _reader!.GetDouble(column);

    public override decimal Exact(int column) => decimal.Parse(Text(column), NumberStyles.Number, CultureInfo.InvariantCulture);

    public override DateOnly Day(int column) => DateOnly.FromDateTime(_reader!.GetDateTime(column));

    public override DateTime Moment(int column) => DateTime.SpecifyKind(_reader!.GetDateTime(column), DateTimeKind.Utc);

    public override void Dispose()
    {
        _reader?.Dispose();
        _command.Dispose();
    }

    private DbParameter? Parameter(string name)
    {
        if (!_command.CommandText.Contains(name, StringComparison.Ordinal))
            return null;
        DbParameter parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = 0L;
        _command.Parameters.Add(parameter);
        return parameter;
    }
}

using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.SqlClient;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>The dialect of SQL Server with nobody at the other end: it writes down what it would send, and each question is answered with a row.</summary>
internal sealed class RecordedDialect(List<string> statements) : SqlServerDialect("Server=nobody", TimeSpan.FromSeconds(1))
{
    public override Task<DbConnection> OpenAsync(bool create, CancellationToken cancellationToken) =>
        Task.FromResult<DbConnection>(new RecordedConnection(statements));

    public override BulkWriter Bulk(DbConnection connection, DbTransaction transaction) => new RecordedBulk();
}

internal sealed class RecordedBulk : BulkWriter
{
    public override Task WriteAsync<TRow>(Table<TRow> table, ArraySegment<TRow> rows, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override void Dispose() { }
}

internal sealed class RecordedConnection(List<string> statements) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=nobody";

    public override string Database => "nothing";

    public override string DataSource => "nobody";

    public override string ServerVersion => "16.00.1000";

    public override ConnectionState State => ConnectionState.Open;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close() { }

    public override void Open() => throw new NotSupportedException("It is open.");

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new RecordedTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordedCommand(this, statements);
}

internal sealed class RecordedTransaction(DbConnection connection, IsolationLevel level) : DbTransaction
{
    public override IsolationLevel IsolationLevel => level;

    protected override DbConnection DbConnection => connection;

    public override void Commit() { }

    public override void Rollback() { }
}

internal sealed class RecordedCommand(RecordedConnection connection, List<string> statements) : DbCommand
{
    private readonly SqlCommand _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() { }

    public override void Prepare() { }

    public override int ExecuteNonQuery()
    {
        statements.Add(CommandText);
        return 1;
    }

    public override object ExecuteScalar()
    {
        statements.Add(CommandText);
        return 1;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        statements.Add(CommandText);
        return new RecordedReader(CommandText);
    }

    protected override void Dispose(bool disposing)
    {
        _parameters.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>One row of ones; none where a one would not be read back as what the store keeps.</summary>
internal sealed class RecordedReader(string sql) : DbDataReader
{
    // JSON, codes and dates as text: a one is none of them.
    private static readonly string[] Unreadable =
    [
        "[read_as]",
        "[reason]",
        "[query_json]",
        "[choice]",
        "BETWEEN @first AND @last ORDER BY",
    ];

    private readonly bool _hasRow =
        !sql.StartsWith("SELECT", StringComparison.Ordinal) || !Array.Exists(Unreadable, u => sql.Contains(u, StringComparison.Ordinal));

    private bool _isRead;

    public override int Depth => 0;

    public override int FieldCount { get; } = TSql.Columns(sql);

    public override bool HasRows => _hasRow;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => 1;

    public override object this[string name] => 1;

    public override bool Read()
    {
        bool isThere = _hasRow && !_isRead;
        _isRead = true;
        return isThere;
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    // Whether something is there: of the outbox and an account to change yes, a submission, a held batch or an account to add no.
    public override bool GetBoolean(int ordinal) =>
        (sql.Contains("[outbox]", StringComparison.Ordinal) && !sql.Contains("[first_case] <=", StringComparison.Ordinal))
        || sql.Contains("[refusals]", StringComparison.Ordinal)
        || sql.Contains("[version]", StringComparison.Ordinal);

    public override byte GetByte(int ordinal) => 1;

    public override char GetChar(int ordinal) => '1';

    public override DateTime GetDateTime(int ordinal) => new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override string GetString(int ordinal) => "1";

    public override object GetValue(int ordinal) => 1;

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly) ? (T)(object)DateOnly.FromDateTime(GetDateTime(0))
        : typeof(T) == typeof(string) ? (T)(object)GetString(0)
        : typeof(T) == typeof(DateTime) ? (T)(object)GetDateTime(0)
        : (T)Convert.ChangeType(1, typeof(T), System.Globalization.CultureInfo.InvariantCulture);

    public override int GetValues(object[] values) => 0;

    public override string GetName(int ordinal) => "";

    public override int GetOrdinal(string name) => 0;

    public override string GetDataTypeName(int ordinal) => "int";

    public override Type GetFieldType(int ordinal) => typeof(int);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;
}

using System;
using System.Data;
using System.Data.Common;

namespace SeizureIntel.Storage.Engines;

/// <summary>A statement of ours, in the words that SQLite and SQL Server share, for what is asked or written with every request.</summary>
internal static class Statement
{
    /// <summary>A command with its parameters; null is a value like another.</summary>
    public static DbCommand Of(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;

            // SQL Server's older type keeps three milliseconds apart, and what is hashed must be what is kept.
            if (value is DateTime)
                parameter.DbType = DbType.DateTime2;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

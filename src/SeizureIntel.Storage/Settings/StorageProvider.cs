namespace SeizureIntel.Storage.Settings;

/// <summary>The database engine that keeps the truth.</summary>
public enum StorageProvider
{
    /// <summary>One file in the data folder; nothing to install.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,
}

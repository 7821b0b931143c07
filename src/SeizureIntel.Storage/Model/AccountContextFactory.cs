using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SeizureIntel.Storage.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model of people, offices and keys without a store.</summary>
internal sealed class AccountContextFactory : IDesignTimeDbContextFactory<AccountContext>
{
    public AccountContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
}

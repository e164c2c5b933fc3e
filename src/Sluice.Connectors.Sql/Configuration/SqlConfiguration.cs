using System.ComponentModel.DataAnnotations;
using System.Data.Common;

namespace Sluice.Connectors.Sql;

/// <summary>Which database, and which of its tables are object classes.</summary>
[ConnectorConfiguration]
public sealed partial class SqlConfiguration : IValidatableObject
{
    private static readonly string[] PasswordKeys = ["Password", "PWD", "PSW"];

    /// <summary>The kind of database.</summary>
    [ConfigurationProperty(Order = 1, Description = "The kind of database"), Required]
    public SqlProvider? Provider { get; set; }

    /// <summary>The ADO.NET connection string, without a password.</summary>
    [ConfigurationProperty(Order = 2, DisplayName = "Connection string", Description = "The ADO.NET connection string, without a password"), Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>The password, where the database asks for one.</summary>
    [ConfigurationProperty(Order = 3, Description = "The password, where the database asks for one")]
    public GuardedString? Password { get; set; }

    /// <summary>The object classes, each as a <see cref="SqlClass"/> in its text form.</summary>
    [ConfigurationProperty(Order = 4, DisplayName = "Object classes", Description = "One text for each class: Class=__ACCOUNT__; Table=person; Key=id; Name=login"), Required]
    public IReadOnlyList<string> Classes { get; set; } = [];

    /// <summary>How many rows are read at once.</summary>
    [ConfigurationProperty(Order = 5, DisplayName = "Page size"), Range(1, 5000)]
    public int PageSize { get; set; } = 500;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fault(ConnectionString) is { } fault)
            yield return new(fault, [nameof(ConnectionString)]);
        if (Classes.Count == 0)
            yield return new("Name at least one object class, for instance Class=__ACCOUNT__; Table=person; Key=id; Name=login.", [nameof(Classes)]);
        var known = new HashSet<ObjectClass>();
        var classes = new List<SqlClass>();
        foreach (var text in Classes)
        {
            ValidationResult? result = null;
            try
            {
                var mapping = SqlClass.Parse(text);
                classes.Add(mapping);
                var objectClass = ObjectClass.Of(mapping.Class);
                if (objectClass.IsAll)
                    result = new($"{ObjectClasses.All} is the class of no object; the facade serves it from the others.", [nameof(Classes)]);
                else if (!known.Add(objectClass))
                    result = new($"The class {mapping.Class} is there twice (names compare ignoring case).", [nameof(Classes)]);
            }
            catch (FormatException exception)
            {
                result = new(exception.Message, [nameof(Classes)]);
            }

            if (result is not null)
                yield return result;
        }

        foreach (var shared in SharedTriggers.Faults(Provider, classes))
            yield return new(shared, [nameof(Classes)]);
    }

    internal SqlClass[] Parsed() => [.. Classes.Select(SqlClass.Parse)];

    private static string? Fault(string connectionString)
    {
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            // What the parser says may quote the text, and with it a password.
            return "Is not a connection string: it reads Key=value; Key=value.";
        }

        return PasswordKeys.Any(builder.ContainsKey) ? $"Holds a password, which a log may show; give it as {nameof(Password)} (SLC501)." : null;
    }
}

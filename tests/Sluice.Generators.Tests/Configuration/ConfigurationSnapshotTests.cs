using Sluice.Testing;

namespace Sluice.Generators.Tests.Configuration;

public sealed class ConfigurationSnapshotTests
{
    internal const string Showcase = """
        using System.ComponentModel.DataAnnotations;
        using Sluice;

        namespace Demo;

        [ConnectorConfiguration]
        public sealed partial class HrConfiguration
        {
            [ConfigurationProperty(Order = 1, DisplayName = "Data source"), Required]
            public string DataSource { get; set; } = "";

            [ConfigurationProperty(Order = 2, Confidential = true)]
            public GuardedString? Password { get; set; }

            [ConfigurationProperty(Order = 3, Group = "Tuning"), Range(1, 10_000)]
            public int PageSize { get; set; } = 500;
        }
        """;

    internal const string Record = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using Sluice;

        namespace Demo;

        public enum Encryption { None, StartTls, Ldaps }

        public abstract record ServerConfiguration
        {
            [Url, RegularExpression("^ldaps?:", ErrorMessage = "\"{0}\" starts with ldap: or ldaps:")]
            public required string Server { get; init; }
        }

        [ConnectorConfiguration]
        public partial record DirectoryConfiguration(
            [MinLength(1)] IReadOnlyList<string> Bases,
            Encryption Encryption = Encryption.StartTls,
            [property: Range(0.5, 60)] double? Timeout = null) : ServerConfiguration, IValidatableObject
        {
            [AllowedValues(1, 2, 4)]
            public long Threads { get; init; } = 2;

            public Guid[] Tenants { get; init; } = [];

            public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
            {
                if (Encryption == Encryption.None && Threads > 1)
                    yield return new("One thread only without encryption.", [nameof(Threads)]);
            }
        }
        """;

    [Test]
    public void AClass() => Snapshot.Match(GeneratorRun.Of(new ConfigurationGenerator(), Showcase));

    [Test]
    public void ARecordWithABase() => Snapshot.Match(GeneratorRun.Of(new ConfigurationGenerator(), Record));
}

Console.WriteLine("the consumer ran");

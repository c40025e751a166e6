"""The computer: devices, memory, processes, the order in which libraries load."""

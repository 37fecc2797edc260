import Model

print("onrecord")
